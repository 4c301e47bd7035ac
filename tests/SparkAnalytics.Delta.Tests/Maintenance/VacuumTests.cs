namespace SparkAnalytics.Delta.Tests;

public sealed class VacuumTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Vacuum_DeletesOldUnneededFilesOnly()
    {
        using var table = Table();

        var result = table.Log.Vacuum(new VacuumOptions());

        Assert.Equal(["empty/orphan", "removed long ago"], Names(table, result));
        Assert.Equal((30L, false), (result.Bytes, result.DryRun));
        Assert.Equal(
            [".hidden", "_hidden/x", "live", "new orphan", "p=1/other orphan", "removed lately"],
            table.Store.ListRecursively(table.Path).Select(file => file.Path[(table.Path.Length + 1)..]).Where(name => !name.StartsWith("_delta_log", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(table.Path + "/empty"));
        Assert.Equal("live", Path.GetFileName(Assert.Single(table.Log.Latest().Files).Path));
    }

    [Fact]
    public void Vacuum_WhenDry_TellsTheSameAndDeletesNothing()
    {
        using var table = Table();

        var result = table.Log.Vacuum(new VacuumOptions { DryRun = true });

        Assert.Equal(["empty/orphan", "removed long ago"], Names(table, result));
        Assert.True(result.DryRun);
        Assert.All(result.Paths, path => Assert.True(File.Exists(path)));
    }

    [Fact]
    public void Vacuum_WithVersionsToKeep_KeepsTheirFiles()
    {
        using var table = Table();

        Assert.Equal(["empty/orphan"], Names(table, table.Log.Vacuum(new VacuumOptions { KeepVersions = [1, 99, -1] })));
    }

    [Fact]
    public void Vacuum_WithShortRetention_IsRefusedUnlessAllowed()
    {
        using var table = Table();

        _ = Assert.Throws<ShortRetentionException>(() => table.Log.Vacuum(new VacuumOptions { Retention = TimeSpan.FromHours(167.9) }));
        Assert.Equal(2, table.Log.Vacuum(new VacuumOptions { Retention = TimeSpan.FromHours(168) }).Paths.Count);
        table.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(
            ["new orphan", "p=1/other orphan", "removed lately"],
            Names(table, table.Log.Vacuum(new VacuumOptions { Retention = TimeSpan.Zero, AllowShortRetention = true })));
    }

    [Fact]
    public void Vacuum_KeepsDeletionVectorsOfLiveFiles()
    {
        using var table = new TableFolder();
        _ = table.Create();
        _ = table.NewFile("data");
        _ = table.NewFile("ab/deletion_vector_d2c639aa-8816-431a-aaf6-d3fe2512ff61.bin");
        _ = table.NewFile("ab/deletion_vector_00000000-8816-431a-aaf6-d3fe2512ff61.bin");
        Age(table, 8);
        table.WriteCommit(
            1,
            """{"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors"]}}""",
            """{"add":{"path":"data","partitionValues":{},"size":1,"modificationTime":1,"dataChange":true,"deletionVector":{"storageType":"u","pathOrInlineDv":"ab^-aqEH.-t@S}K{vb[*k^","offset":4,"sizeInBytes":40,"cardinality":6}}}""");

        Assert.Equal(["ab/deletion_vector_00000000-8816-431a-aaf6-d3fe2512ff61.bin"], Names(table, table.Log.Vacuum(new VacuumOptions())));
    }

    [Fact]
    public void Vacuum_AfterMarkingTwice_DeletesTheEarlierVectorOnceNoVersionNeedsIt()
    {
        using var table = VectorTable.Create(2000);
        _ = table.Mark("A", [.. Enumerable.Range(0, 500).Select(row => row * 2L)]);
        var earlier = Assert.Single(table.VectorFiles());
        _ = table.Mark("A", 1);
        var later = Assert.Single(table.VectorFiles(), path => path != earlier);
        Age(table, 30);

        Assert.Empty(table.Log.Vacuum(new VacuumOptions()).Paths);
        table.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Empty(table.Log.Vacuum(new VacuumOptions { KeepVersions = [2] }).Paths);
        Assert.Equal([earlier], table.Log.Vacuum(new VacuumOptions()).Paths);

        var file = Assert.Single(table.Log.Latest().Files);
        Assert.Equal([file.Path, later], table.Log.StoredPaths(file));
        Assert.Equal(501, table.Log.DeletedRows(file).Count);
    }

    /// <summary>Version 1 has all named files, later ones remove two of them; everything is eight days old but for what is called new.</summary>
    private static TableFolder Table()
    {
        var table = new TableFolder();
        _ = table.Create();
        _ = table.Append(table.NewFile("live"), table.NewFile("removed long ago"), table.NewFile("removed lately"));
        table.Clock.SetUtcNow(Now);
        Remove("removed long ago");
        table.Clock.Advance(TimeSpan.FromDays(8));
        Remove("removed lately");
        _ = table.NewFile("empty/orphan", bytes: 20);
        _ = table.NewFile(".hidden");
        _ = table.NewFile("_hidden/x");
        Age(table, 0.1);
        _ = table.NewFile("new orphan");
        _ = table.NewFile("p=1/other orphan");
        File.SetLastWriteTimeUtc(table.Path + "/new orphan", Now.UtcDateTime.AddDays(7));
        File.SetLastWriteTimeUtc(table.Path + "/p=1/other orphan", Now.UtcDateTime.AddDays(7));
        return table;

        void Remove(string name)
        {
            var snapshot = table.Log.Latest();
            _ = table.Log.Begin(snapshot).Remove(snapshot.Files.Where(file => file.Path.EndsWith(name, StringComparison.Ordinal))).Commit();
        }
    }

    private static void Age(TableFolder table, double days)
    {
        foreach (var file in table.Store.ListRecursively(table.Path).Where(file => !file.Path.Contains("_delta_log", StringComparison.Ordinal)))
        {
            File.SetLastWriteTimeUtc(file.Path, Now.UtcDateTime.AddDays(-days));
        }
    }

    private static IEnumerable<string> Names(TableFolder table, VacuumResult result) => result.Paths.Select(path => path[(table.Path.Length + 1)..]);
}
