using SparkAnalytics.Pipeline.Input;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Tests.Input;

/// <summary>Files that are alike are read together.</summary>
public sealed class InputReaderTests : IDisposable
{
    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public void Input_WhoseFilesTakeTurnsInTheirColumns_IsOneReadForEachOfTheTwo(string format)
    {
        for (var number = 0; number < 5; number++)
        {
            var writer = _test.Spark.Sql($"select 'u1' as {(number % 2 == 0 ? "client_id" : "clientId")}, '2025-03-01T09:0{number}:00Z' as timestamp, 'page_view' as event_name")
                .Coalesce(1).Write().Format(format);
            (format == "csv" ? writer.Option("header", true) : writer).Save(_test.In($"in/{number}"));
        }

        var raw = CheckedInput.Of(_test.Spark, _test.Settings, [_test.In("in")], null, null, TestLakehouse.Noon).Raw;

        Assert.Equal([3, 2], raw.Columns.Select(group => group.Files));
        Assert.Equal((3, 2), (raw.Rows.Filter(Col("client_id") == "u1").Count(), raw.Rows.Filter(Col("clientId") == "u1").Count()));
    }
}
