namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>Forms that many functions share.</summary>
internal static class Translations
{
    /// <summary>Spark's function of the same name and arguments.</summary>
    public static FunctionTranslation Same { get; } = call => Named(call, call.Name);

    public static FunctionTranslation Renamed(string name) => call => Named(call, name);

    /// <summary>A function that Spark keeps for its own use.</summary>
    public static FunctionTranslation Internal { get; } = call => Terms.Internal(call.Name, call.All);

    public static IEnumerable<KeyValuePair<string, FunctionTranslation>> AllSame(params IEnumerable<string> names) => names.Select(name => KeyValuePair.Create(name, Same));

    private static Protocol.Expression Named(CallTerms call, string name)
    {
        var expression = Terms.Call(name, call.All);
        expression.UnresolvedFunction.IsDistinct = call.IsDistinct;
        return expression;
    }
}
