using System.Data.SqlTypes;
using System.Globalization;

namespace SparkAnalytics.Delta.Tests;

public sealed class StatisticsTests
{
    private static readonly DeltaSchema Schema = new(
    [
        Field("id", "long"), Field("at", "timestamp"), Field("day", "date"), Field("name", "string"), Field("ratio", "double"),
        new DeltaField("amount", new DeltaDecimalType(10, 2)),
    ]);

    [Fact]
    public void Build_NotesNumbersDatesAndTimesCutToMilliseconds_AndNeverText()
    {
        var time = new DateTimeOffset(2024, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)).AddMicroseconds(999999);

        var json = new FileStatisticsBuilder(3)
            .Add("id", Schema.Fields[0].Type, -1L, 5L, 0)
            .Add("at", Schema.Fields[1].Type, time, time, 1)
            .Add("day", Schema.Fields[2].Type, new DateOnly(1969, 12, 31), new DateOnly(2024, 1, 1), 0)
            .Add("name", Schema.Fields[3].Type, "user 1", "user 2", 0)
            .Add("ratio", Schema.Fields[4].Type, 0.5, double.NaN, 0)
            .Add("amount", Schema.Fields[5].Type, 1.50m, 12.25m, null)
            .Build().Json;

        Assert.Equal(
            """{"numRecords":3,"minValues":{"id":-1,"at":"2024-01-01T00:00:00.999Z","day":"1969-12-31","amount":1.50},"maxValues":{"id":5,"at":"2024-01-01T00:00:00.999Z","day":"2024-01-01","amount":12.25},"nullCount":{"id":0,"at":1,"day":0,"ratio":0}}""",
            json);
    }

    [Fact]
    public void Build_OfAWideDecimal_NotesEveryDigit() => Assert.Equal(
        """{"numRecords":1,"minValues":{"wide":-1234567890123456789012345678.1234567891},"maxValues":{"wide":0.0000000001},"nullCount":{"wide":0}}""",
        new FileStatisticsBuilder(1).Add("wide", new DeltaDecimalType(38, 10), SqlDecimal.Parse("-1234567890123456789012345678.1234567891"), SqlDecimal.Parse("0.0000000001"), 0).Build().Json);

    [Theory]
    [InlineData("1234567890123456789012345678.1234567891", "1234567890123456789012345678.1234567891", true)]
    [InlineData("1234567890123456789012345678.1234567892", null, false)]
    [InlineData("1234567890123456789012345678.1234567890", null, true)]
    [InlineData(null, "0.0000000001", true)]
    [InlineData(null, "0.00000000009", false)]
    public void FilesMatching_ByAWideDecimal_ComparesEveryDigit(string? minimum, string? maximum, bool isKept)
    {
        using var table = new TableFolder();
        var schema = new DeltaSchema([new DeltaField("wide", new DeltaDecimalType(38, 10))]);
        _ = table.Log.BeginCreate(new TableMetadata(schema)).Add(table.NewFile("A", statistics: Statistics("""{"wide":1E-10}""", """{"wide":1234567890123456789012345678.1234567891}"""))).Commit();

        var files = table.Log.Latest().FilesMatching("wide", Wide(minimum), Wide(maximum));

        Assert.Equal(isKept, files.Count == 1);
    }

    [Fact]
    public void Build_WithoutColumns_NotesTheNumberOfRows() => Assert.Equal("""{"numRecords":0}""", new FileStatisticsBuilder(0).Build().Json);

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void FileStatistics_OfUselessText_SaysNothing(string json)
    {
        var statistics = new FileStatistics(json);

        Assert.Null(statistics.RecordCount);
        Assert.Null(statistics.Minimum("id"));
        Assert.Null(statistics.NullCount("id"));
    }

    [Theory]
    [InlineData("id", 10L, 20L, "A B none")]
    [InlineData("id", 21L, null, "none")]
    [InlineData("id", null, 4L, "none")]
    [InlineData("id", null, 5L, "A none")]
    [InlineData("id", null, null, "A B nulls none")]
    [InlineData("day", "2024-01-03", "2024-01-03", "B none")]
    [InlineData("at", "2024-01-02T00:00:00.1239990Z", null, "A B none")]
    [InlineData("at", "2024-01-02T00:00:00.1240010Z", null, "B none")]
    [InlineData("name", "user 7", null, "B none")]
    [InlineData("amount", null, 1.49, "none")]
    public void FilesMatching_ByStatistics_KeepsFilesThatMayMatch(string column, object? minimum, object? maximum, string expected)
    {
        using var table = new TableFolder();
        _ = table.Log.BeginCreate(new TableMetadata(Schema)).Add(
            table.NewFile("A", statistics: Statistics("""{"id":5,"at":"2024-01-01T00:00:00.000Z","day":"2024-01-01","name":"a","amount":1.5}""", """{"id":15,"at":"2024-01-02T00:00:00.123Z","day":"2024-01-02","name":"user 5","amount":2}""")),
            table.NewFile("B", statistics: Statistics("""{"id":15,"at":"2024-01-02T00:00:00.123Z","day":"2024-01-02","name":"user 6","amount":2}""", """{"id":20,"at":"2024-02-01T02:00:00.000+02:00","day":"2024-02-01","name":"ü","amount":3}""")),
            table.NewFile("nulls", statistics: new FileStatistics("""{"numRecords":2,"minValues":{},"maxValues":{},"nullCount":{"id":2,"at":2,"day":2,"name":2,"amount":2}}""")),
            table.NewFile("none", statistics: new FileStatistics("{}"))).Commit();

        var files = table.Log.Latest().FilesMatching(column, Typed(column, minimum), Typed(column, maximum));

        Assert.Equal(expected, string.Join(' ', files.Select(file => Path.GetFileName(file.Path))));
    }

    [Fact]
    public void Build_OfInfinities_WritesThemAsSparkDoes_AndNoNaN()
    {
        var json = new FileStatisticsBuilder(2)
            .Add("d", new DeltaPrimitiveType("double"), double.NegativeInfinity, double.PositiveInfinity, 0)
            .Add("f", new DeltaPrimitiveType("float"), 1.5f, float.PositiveInfinity, 0)
            .Add("n", new DeltaPrimitiveType("double"), 1.0, double.NaN, 0)
            .Build().Json;

        Assert.Equal("""{"numRecords":2,"minValues":{"d":"-Infinity","f":1.5},"maxValues":{"d":"Infinity","f":"Infinity"},"nullCount":{"d":0,"f":0,"n":0}}""", json);
    }

    [Theory]
    [InlineData("""{"numRecords":3,"minValues":{"ratio":-Infinity,"name":"Infinity \" NaN"},"maxValues":{"ratio":Infinity},"nullCount":{"ratio":1}}""")]
    [InlineData("""{"numRecords":3,"minValues":{"ratio":-inf,"name":"Infinity \" NaN"},"maxValues":{"ratio":inf},"nullCount":{"ratio":1}}""")]
    public void FileStatistics_WithBareInfinities_AreReadAsTexts(string json)
    {
        var statistics = new FileStatistics(json);

        Assert.Equal(3, statistics.RecordCount);
        Assert.Equal("-Infinity", statistics.Minimum("ratio")?.GetString());
        Assert.Equal("Infinity", statistics.Maximum("ratio")?.GetString());
        Assert.Equal("Infinity \" NaN", statistics.Minimum("name")?.GetString());
        Assert.Equal(1, statistics.NullCount("ratio"));
    }

    [Fact]
    public void Latest_OfACommitWithBareNumbers_ReadsIt()
    {
        using var table = new TableFolder();
        _ = table.Create();
        table.WriteCommit(1, """{"add":{"path":"a","partitionValues":{},"size":1,"modificationTime":1,"dataChange":true,"stats_parsed":{"numRecords":4,"maxValues":{"d":NaN}}}}""");

        Assert.Equal(4, Assert.Single(table.Log.Latest().Files).Statistics?.RecordCount);
    }

    [Theory]
    [InlineData(2.0, null, "low lowest nan infinite bare")]
    [InlineData(2.0, 3.0, "lowest nan infinite bare")]
    [InlineData(null, 0.5, "lowest nan infinite bare")]
    [InlineData(null, 1.0, "low lowest nan infinite bare")]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, "lowest nan infinite bare")]
    [InlineData(null, double.NegativeInfinity, "lowest nan infinite bare")]
    public void FilesMatching_ByNumbersThatMayBeNone_KeepsFilesThatMayMatch(double? minimum, double? maximum, string expected)
    {
        using var table = new TableFolder();
        _ = table.Log.BeginCreate(new TableMetadata(Schema)).Add(
            table.NewFile("low", statistics: Statistics("""{"ratio":1.0}""", """{"ratio":1.5}""")),
            table.NewFile("lowest", statistics: Statistics("""{"ratio":"-Infinity"}""", """{"ratio":"Infinity"}""")),
            table.NewFile("nan", statistics: Statistics("""{"ratio":"NaN"}""", """{"ratio":"NaN"}""")),
            table.NewFile("infinite", statistics: Statistics("""{"ratio":-Infinity}""", """{"ratio":Infinity}""")),
            table.NewFile("bare", statistics: Statistics("""{"ratio":NaN}""", """{"ratio":NaN}"""))).Commit();

        var files = table.Log.Latest().FilesMatching("ratio", minimum, maximum);

        Assert.Equal(expected, string.Join(' ', files.Select(file => Path.GetFileName(file.Path))));
    }

    [Fact]
    public void FilesMatching_ByPartitionValue_ComparesByType()
    {
        using var table = new TableFolder();
        _ = table.Log.BeginCreate(new TableMetadata(Schema) { PartitionColumns = ["id"] }).Add(
            table.NewFile("nine") with { PartitionValues = new Dictionary<string, string?> { ["id"] = "9" } },
            table.NewFile("ten") with { PartitionValues = new Dictionary<string, string?> { ["id"] = "10" } },
            table.NewFile("null") with { PartitionValues = new Dictionary<string, string?> { ["id"] = null } }).Commit();

        Assert.Equal("ten", Path.GetFileName(Assert.Single(table.Log.Latest().FilesMatching("ID", 10, null)).Path));
    }

    [Fact]
    public void FilesMatching_WhenColumnOrBoundDoesNotFit_NamesIt()
    {
        using var table = new TableFolder();
        _ = table.Create();
        var snapshot = table.Log.Latest();

        Assert.Contains("id, name", Assert.Throws<ArgumentException>(() => snapshot.FilesMatching("nope", 1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => snapshot.FilesMatching("id", "x", 2)).Message, StringComparison.Ordinal);
    }

    private static object? Wide(string? text) => text is null ? null : SqlDecimal.Parse(text);

    private static FileStatistics Statistics(string minimum, string maximum) => new($$$"""{"numRecords":2,"minValues":{{{minimum}}},"maxValues":{{{maximum}}},"nullCount":{}}""");

    private static object? Typed(string column, object? value) => (column, value) switch
    {
        ("day", string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        ("at", string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        _ => value,
    };

    private static DeltaField Field(string name, string type) => new(name, new DeltaPrimitiveType(type));
}
