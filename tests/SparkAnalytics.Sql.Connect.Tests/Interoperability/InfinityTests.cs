using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Statistics of infinities and of NaN, which is greater than any number: neither engine leaves out a file of the other that has rows to give.</summary>
public sealed class InfinityTests(BothEngines engines) : IClassFixture<BothEngines>
{
    private const string Values = "CAST('{0}' AS DOUBLE), CAST('{0}' AS FLOAT)";

    [Theory]
    [InlineData("")]
    [InlineData("TBLPROPERTIES ('delta.checkpointInterval' = '1', 'delta.checkpoint.writeStatsAsStruct' = 'true', 'delta.checkpoint.writeStatsAsJson' = 'false')")]
    public void Filter_OfSparksFiles_GivesTheirRows(string properties)
    {
        using var table = engines.NewTable().Sql([$"CREATE TABLE (id INT, d DOUBLE, f FLOAT) USING delta {properties}", .. Inserts()]);

        AssertFilters(table);
    }

    [Fact]
    public void Filter_OfOurFiles_GivesTheirRows()
    {
        using var table = engines.NewTable().Sql("CREATE TABLE (id INT, d DOUBLE, f FLOAT) USING delta");
        foreach (var values in new[] { "(1, 'inf', 'inf')", "(2, '-inf', '-inf')", "(3, 'nan', 'nan')", "(4, '1.5', '1.5'), (5, 'nan', 'nan')", "(6, 'inf', 'inf'), (7, '-inf', '-inf')" })
        {
            table.Embedded.Sql($"SELECT CAST(id AS INTEGER) AS id, CAST(d AS DOUBLE) AS d, CAST(f AS FLOAT) AS f FROM (VALUES {values}) AS rows(id, d, f)").Coalesce(1).Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        }

        AssertFilters(table);
        Assert.Contains("""\"maxValues\":{\"id\":7,\"d\":\"Infinity\",\"f\":\"Infinity\"}""", File.ReadAllText(Path.Combine(table.LogPath, "00000000000000000005.json")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Inserts() =>
    [
        .. new[] { "Infinity", "-Infinity", "NaN" }.Select((value, index) => $"INSERT INTO TABLE SELECT {index + 1}, {Values.Replace("{0}", value, StringComparison.Ordinal)}"),
        "INSERT INTO TABLE SELECT /*+ COALESCE(1) */ id, CAST(v AS DOUBLE), CAST(v AS FLOAT) FROM VALUES (4, '1.5'), (5, 'NaN') AS t(id, v)",
        "INSERT INTO TABLE SELECT /*+ COALESCE(1) */ id, CAST(v AS DOUBLE), CAST(v AS FLOAT) FROM VALUES (6, 'Infinity'), (7, '-Infinity') AS t(id, v)",
    ];

    private static void AssertFilters(SharedTable table)
    {
        foreach (var column in new[] { "d", "f" })
        {
            Assert.Equal("1 3 5 6", Ids(table, Col(column) > 5));
            Assert.Equal("2 7", Ids(table, Col(column) < -5));
            Assert.Equal("4", Ids(table, Col(column).Between(1, 2)));
            Assert.Equal("1 2 3 4 5 6 7", Ids(table, Col(column).IsNotNull()));
        }
    }

    private static string Ids(SharedTable table, Column condition)
    {
        var ours = string.Join(' ', RowTexts.Of(table.Ours.Filter(condition).Select("id")));
        Assert.Equal(ours, string.Join(' ', RowTexts.Of(table.Sparks.Filter(condition).Select("id"))));
        return ours;
    }
}
