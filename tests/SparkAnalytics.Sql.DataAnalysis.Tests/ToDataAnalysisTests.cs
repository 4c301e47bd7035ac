using System.Data.SqlTypes;
using Moq;
using SparkAnalytics.Sql.Engines;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.DataAnalysis.Tests;

public sealed class ToDataAnalysisTests
{
    [Fact]
    public void ToDataAnalysis_WhenTyped_KeepsValuesTypesAndNulls()
    {
        var instant = new Timestamp(2024, 1, 2, 3, 4, 5, 6);
        var frame = Rows(
            "b BOOLEAN, i INT, l BIGINT, d DOUBLE, m DECIMAL(18,2), s STRING, day DATE, ts TIMESTAMP",
            [true, 1, 2L, 0.5, 1.10m, "x", new Date(2024, 2, 29), instant],
            [null, null, null, null, null, null, null, null]).ToDataAnalysis();
        Assert.Equal(["b", "i", "l", "d", "m", "s", "day", "ts"], frame.Columns.Select(column => column.Name));
        Assert.Equal([true, 1, 2L, 0.5, 1.10m, "x", new DateTime(2024, 2, 29), instant.ToDateTime()], frame.Rows[0].ToArray());
        Assert.Equal(DateTimeKind.Utc, ((DateTime)frame["ts"][0]).Kind);
        Assert.All(frame.Columns, column => Assert.Null(column[1]));
        Assert.Equal(2, frame.Rows.Count);
    }

    [Fact]
    public void ToDataAnalysis_WhenNestedOrBytes_AsksTheEngineForText()
    {
        var plans = new List<Relation>();
        var frame = Rows("a ARRAY<INT>, x BINARY", plans, ["[1]", "AQ=="]).ToDataAnalysis();
        Assert.Equal(["[1]", "AQ=="], frame.Rows[0].ToArray());
        Assert.Equal(["to_json", "base64"], ((Project)Assert.Single(plans)).Expressions.Select(expression => ((FunctionCall)expression.Value).Name));
    }

    [Fact]
    public void ToDataAnalysis_WhenADecimalIsWide_TakesItWhereItFitsAndElseNamesIt()
    {
        Assert.Equal([12.5m, null], Rows("m DECIMAL(38,10)", [SqlDecimal.Parse("12.5000000000")], [null]).ToDataAnalysis()["m"].Cast<object?>());
        var error = Assert.Throws<OverflowException>(() => Rows("m DECIMAL(38,10)", [SqlDecimal.Parse("1234567890123456789012345678.1234567891")]).ToDataAnalysis());
        Assert.StartsWith("The value 1234567890123456789012345678.1234567891 of the column 'm'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToDataAnalysis_WhenNamesCollide_SaysWhich() =>
        Assert.StartsWith("Two columns have the name 'a'", Assert.Throws<ArgumentException>(() => Rows("a INT, A INT").ToDataAnalysis()).Message, StringComparison.Ordinal);

    private static DataFrame Rows(string schema, params object?[][] rows) => Rows(schema, [], rows);

    private static DataFrame Rows(string schema, List<Relation> plans, params object?[][] rows)
    {
        var engine = new Mock<IEngine>();
        engine.Setup(mock => mock.Execute(It.IsAny<Relation>())).Returns((Relation plan) =>
        {
            plans.Add(plan);
            return rows.Select(values => new Row(values, plan.Schema));
        });
        return SparkSession.Create(engine.Object).CreateDataFrame(rows, DataTypeParser.ParseSchema(schema));
    }
}
