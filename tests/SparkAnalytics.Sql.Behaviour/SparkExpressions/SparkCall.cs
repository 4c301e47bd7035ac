namespace SparkAnalytics.Sql.Behaviour.SparkExpressions;

/// <summary>Calls by Spark's SQL names.</summary>
internal static class SparkCall
{
    public static Column Call(string name, params Column[] arguments) => Functions.Call_UDF(name, arguments);
}
