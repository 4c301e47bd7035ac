namespace SparkAnalytics.Delta.Tests;

public sealed class OptimizePlanTests
{
    [Fact]
    public void For_GroupsSmallFilesInOrderOfTheColumn()
    {
        using var table = new TableFolder();
        var schema = new DeltaSchema([new DeltaField("day", new DeltaPrimitiveType("date"))]);
        _ = table.Log.BeginCreate(new TableMetadata(schema)).Add(
            File("C", 40, 3), File("A", 40, 1), File("large", 75, 2), File("D", 30, 4), File("B", 60, 2), File("E", 74, 5)).Commit();

        var plan = OptimizePlan.For(table.Log.Latest(), 100, "DAY");

        Assert.Equal(["A B", "C D"], plan.Groups.Select(group => string.Join(' ', group.Files.Select(file => Path.GetFileName(file.Path)))));
        Assert.Equal([100, 70], plan.Groups.Select(group => group.Bytes));
        Assert.Equal(["A C D"], OptimizePlan.For(table.Log.Latest(), 1000, "day", 41).Groups.Select(group => string.Join(' ', group.Files.Select(file => Path.GetFileName(file.Path)))));

        AddFile File(string name, int bytes, int day) => table.NewFile(name, bytes, new FileStatisticsBuilder(1)
            .Add("day", schema.Fields[0].Type, new DateOnly(2024, 1, day), new DateOnly(2024, 1, day), 0).Build());
    }

    [Fact]
    public void For_KeepsPartitionsApart()
    {
        using var table = new TableFolder();
        _ = table.Log.BeginCreate(new TableMetadata(TableFolder.Schema) { PartitionColumns = ["name"] }).Add(File("1", "x"), File("2", "y"), File("3", "x"), File("4", null)).Commit();

        var group = Assert.Single(OptimizePlan.For(table.Log.Latest(), 1000).Groups);

        Assert.Equal("x", group.PartitionValues["name"]);
        Assert.Equal(["1", "3"], group.Files.Select(file => Path.GetFileName(file.Path)).Order());

        AddFile File(string name, string? value) => table.NewFile(name) with { PartitionValues = new Dictionary<string, string?> { ["name"] = value } };
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void For_WhenMoreThanFivePercentOfAFileAreDeleted_RewritesItWhateverItsSize(int deleted, bool rewrites)
    {
        using var table = VectorTable.Create(100);
        _ = table.Append(table.NewFile("large", bytes: 90, statistics: VectorTable.Statistics(100)));
        _ = table.Mark("large", [.. Enumerable.Range(0, deleted)]);

        Assert.Equal(
            rewrites ? ["A large"] : [],
            OptimizePlan.For(table.Log.Latest(), 100).Groups.Select(group => string.Join(' ', group.Files.Select(file => Path.GetFileName(file.Path)).Order(StringComparer.Ordinal))));
        Assert.Equal(
            rewrites ? ["large"] : [],
            OptimizePlan.For(table.Log.Latest(), 12).Groups.Select(group => string.Join(' ', group.Files.Select(file => Path.GetFileName(file.Path)))));
    }

    [Fact]
    public void For_WhenColumnIsMissing_NamesIt()
    {
        using var table = new TableFolder();
        _ = table.Create();

        Assert.Contains("'day'", Assert.Throws<ArgumentException>(() => OptimizePlan.For(table.Log.Latest(), 1, "day")).Message, StringComparison.Ordinal);
    }
}
