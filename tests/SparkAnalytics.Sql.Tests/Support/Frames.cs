using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests.Support;

/// <summary>DataFrames of given columns, without rows.</summary>
public static class Frames
{
    public static DataFrame Of(string schema, params object?[][] rows) => Of(new StubEngine(), schema, rows);

    public static DataFrame Of(StubEngine engine, string schema, params object?[][] rows) =>
        new SparkSession(engine, new RuntimeConfig([])).CreateDataFrame(rows, DataTypeParser.ParseSchema(schema));

    /// <summary>The short type name of a value over one row of nothing.</summary>
    public static string TypeOf(Column column) => Of("a INT").Select(column.As("x")).Schema().Fields[0].DataType.SimpleString;

    public static string Error(Action action) => Assert.Throws<AnalysisException>(action).Message;
}
