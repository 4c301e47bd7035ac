namespace SparkAnalytics.Sql.Connect.Tests.Support;

/// <summary>What Spark plans for a frame.</summary>
internal static class SparkPlans
{
    /// <summary>How often a text, such as a function's name, stands in Spark's plan.</summary>
    public static int CountOf(DataFrame frame, string text) => frame.SparkSession.Engine.Explain(frame.Plan).Split(text).Length - 1;
}
