
namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>query, show, describe and history.</summary>
public sealed class ReadingTests(SampleLakehouse shared) : IClassFixture<SampleLakehouse>
{
    private const string AllTypes = "SELECT 12.50::DECIMAL(18,2) AS amount, TIMESTAMPTZ '2025-03-01 10:30:00+01' AS moment, DATE '2025-03-01' AS day, 'a,\"b\"' AS text, NULL::VARCHAR AS nothing, 1::BIGINT AS number, true AS flag, [1, 2] AS list";

    [Fact]
    public void Query_AsCsv_FollowsRfc4180() => Assert.Equal(
        "amount,moment,day,text,nothing,number,flag,list\r\n12.50,2025-03-01T09:30:00.000000Z,2025-03-01,\"a,\"\"b\"\"\",,1,true,\"[1,2]\"\r\n",
        Query(AllTypes, "csv"));

    [Fact]
    public void Query_AsJson_IsAnArrayOfObjects() => Assert.Equal(
        "[\n{\"amount\":12.50,\"moment\":\"2025-03-01T09:30:00.000000Z\",\"day\":\"2025-03-01\",\"text\":\"a,\\\"b\\\"\",\"nothing\":null,\"number\":1,\"flag\":true,\"list\":[1,2]}\n]\n",
        Query(AllTypes, "json"));

    [Fact]
    public void Query_AsTable_IsForPeople() => Assert.Equal(
        ["amount moment day text nothing number flag list", "12.50 2025-03-01 09:30:00Z 2025-03-01 a,\"b\" NULL 1 true [1,2]"],
        Query(AllTypes, "table").Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0 && !line.StartsWith('─')));

    [Fact]
    public void Query_OfManyRows_PrintsAllOfThem() =>
        Assert.Equal(200_001, Query("SELECT * FROM range(200000)", "csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

    [Fact]
    public void Query_FromAnotherFolder_FindsTheLakehouseByItsRelativePath()
    {
        using var folder = new TemporaryFolder();
        var relative = Path.GetRelativePath(folder.Path, shared.Path);
        var result = StartedProgram.RunIn(folder.Path, "query", "SELECT count(*) AS n FROM stg_events", "--lakehouse", relative, "--output-format", "csv").Succeeded();
        Assert.Equal($"n\r\n{shared.Report.GetProperty("totals").GetProperty("events").GetInt64()}\r\n", result.Output);
    }

    [Fact]
    public void Show_WithALimit_PrintsSoManyRows()
    {
        var lines = StartedProgram.Run("show", "fct_orders", "--limit", "3", "--lakehouse", shared.Path).Succeeded().OutputLines.Where(line => line.Trim().Length > 0).ToArray();
        Assert.StartsWith("  order_id", lines[0], StringComparison.Ordinal);
        Assert.Equal(2 + 3, lines.Length);
    }

    [Theory]
    [InlineData("csv", "order_id\r\n", "\r\n")]
    [InlineData("json", "[\n{\"order_id\":", "}\n]\n")]
    public void Show_InAFormat_PrintsIt(string format, string start, string end)
    {
        var output = StartedProgram.Run("show", "fct_orders", "--limit", "1", "--lakehouse", shared.Path, "--output-format", format).Succeeded().Output;
        Assert.StartsWith(start.Replace("\r\n", ",user_id,", StringComparison.Ordinal), output, StringComparison.Ordinal);
        Assert.EndsWith(end, output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Describe_OfATable_NamesItsColumnsInOrder(string table)
    {
        var described = StartedProgram.Run("describe", table, "--lakehouse", shared.Path).Succeeded();
        var columns = SampleLakehouse.Query(shared.Path, $"SELECT column_name FROM (DESCRIBE SELECT * FROM {table})").EnumerateArray().Select(row => row.GetProperty("column_name").GetString()!);
        Assert.StartsWith(table + ": ", described.Output, StringComparison.Ordinal);
        Assert.Equal(columns, described.OutputLines
            .SkipWhile(line => !line.StartsWith('─'))
            .Skip(1)
            .Select(line => line.Length > 2 && line[2] != ' ' ? line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0] : "")
            .Where(name => name.Length > 0));
    }

    [Fact]
    public void History_AfterOneRebuild_ShowsItsCommits()
    {
        var history = StartedProgram.Run("history", "fct_orders", "--lakehouse", shared.Path).Succeeded();
        Assert.Contains("version", history.OutputLines[0] + history.OutputLines[1], StringComparison.Ordinal);
        Assert.Contains("WRITE", history.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string> Tables => [.. SampleLakehouse.Tables];

    private string Query(string sql, string format) => StartedProgram.Run("query", sql, "--lakehouse", shared.Path, "--output-format", format).Succeeded().Output;
}
