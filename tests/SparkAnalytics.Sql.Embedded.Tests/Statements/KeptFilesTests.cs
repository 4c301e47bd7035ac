using System.Globalization;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Statements;

/// <summary>Rows of text files that are kept on disk: read once, several files at a time, in the order of the files.</summary>
public sealed class KeptFilesTests : IDisposable
{
    private const int RowsOfFile = 1200;

    private readonly TemporaryFolder _folder = new();
    private readonly SparkSession _spark;

    public KeptFilesTests() => _spark = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { Threads = 2, TempDirectory = _folder["temp"] }));

    public void Dispose()
    {
        _spark.Stop();
        _folder.Dispose();
    }

    [Fact]
    public void Persist_OfManyFiles_KeepsTheirOrder()
    {
        var rows = Read(Enumerable.Range(0, 5).Select(Write)).Persist(StorageLevel.DISK_ONLY);

        Assert.Equal(5 * RowsOfFile, rows.Count());
        Assert.Equal(3, KeptFiles().Count());
        Assert.Equal(Enumerable.Range(0, 5 * RowsOfFile), rows.Collect().Select(row => int.Parse(row.GetAs<string>(0), CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Persist_OfFiles_ReadsThemOnce()
    {
        var file = Write(0);
        var rows = Read([file]).Persist(StorageLevel.DISK_ONLY);
        var first = rows.Agg(Max("length"), Min("name")).First().Values;

        File.Delete(file);

        Assert.Equal(first, rows.Agg(Max("length"), Min("name")).First().Values);
        Assert.Single(KeptFiles());
        rows.Unpersist();
        Assert.Empty(KeptFiles());
        Assert.Equal(QueryErrorKind.NotFound, Assert.Throws<QueryExecutionException>(() => rows.Count()).Kind);
    }

    [Fact]
    public void Persist_OfBadFiles_NamesTheFirstAndIsTriedAgain()
    {
        var files = Enumerable.Range(0, 5).Select(Write).ToList();
        var rows = Read(files).Persist(StorageLevel.DISK_ONLY);
        foreach (var bad in files[2..4])
        {
            File.AppendAllText(bad, "\"never closed");
        }

        Assert.Contains(files[2], Assert.Throws<QueryExecutionException>(() => rows.Count()).Message, StringComparison.Ordinal);
        Assert.Empty(KeptFiles());

        files[2..4].ForEach(bad => File.WriteAllText(bad, "id,text\n"));

        Assert.Equal(3 * RowsOfFile, rows.Count());
    }

    [Fact]
    public void Persist_OfRowsThatCountOn_ComputesThemTogether()
    {
        var rows = Read(Enumerable.Range(0, 3).Select(Write)).WithColumn("place", Call_UDF("monotonically_increasing_id")).Persist(StorageLevel.DISK_ONLY);

        Assert.Equal(3 * RowsOfFile, rows.Select("place").Distinct().Count());
        Assert.Single(KeptFiles());
    }

    /// <summary>A file of six megabytes, so that two are read together.</summary>
    private string Write(int number) => _folder.Write(
        string.Create(CultureInfo.InvariantCulture, $"{number}.csv"),
        "id,text\n" + string.Concat(Enumerable.Range(number * RowsOfFile, RowsOfFile).Select(id => string.Create(CultureInfo.InvariantCulture, $"{id},{new string('x', 5_000)}\n"))));

    /// <summary>Two reads, one above the other, with columns and filters between.</summary>
    private DataFrame Read(IEnumerable<string> files)
    {
        var all = files.ToArray();
        var schema = new StructType([new("id", new StringType()), new("text", new StringType())]);
        DataFrame Rows(string[] paths) => _spark.Read().Schema(schema).Option("header", true).Csv(paths).Select(Col("id"), Length(Col("text")).As("length"), InputFileName().As("name")).Filter(Col("length") > 0);
        return all.Length == 1 ? Rows(all) : Rows(all[..1]).Union(Rows(all[1..])).Select("id", "name", "length");
    }

    private IEnumerable<string> KeptFiles() => Directory.EnumerateFiles(_folder["temp"], "*.parquet", SearchOption.AllDirectories);
}
