using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests.Support;

/// <summary>DataFrames of given columns, without rows.</summary>
public static class Frames
{
    public static DataFrame Of(string schema, params object?[][] rows) => Of(new StubEngine(), schema, rows);

    public static DataFrame Of(StubEngine engine, string schema, params object?[][] rows) =>
        new SparkSession(engine, new RuntimeConfig([])).CreateDataFrame(rows, DataTypeParser.ParseSchema(schema));

    public static string Error(Action action) => Assert.Throws<AnalysisException>(action).Message;
}
