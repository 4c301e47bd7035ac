using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>Functions that Spark has in another form than a plain call.</summary>
internal static class OtherFunctions
{
    public static IEnumerable<KeyValuePair<string, FunctionTranslation>> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["!="] = call => Terms.Not(Terms.Equal(call[0], call[1])),
        ["between"] = call => Terms.And(Terms.Call(">=", call[0], call[1]), Terms.Call("<=", call[0], call[2])),
        ["in"] = call => call.Count == 1 ? Terms.When(Terms.Call("isnotnull", call[0]), Terms.Truth(false), Terms.Null(new BooleanType())) : Terms.Call("in", call.All),
        ["getitem"] = call => Terms.Item(call[0], call[1]),
        ["trim"] = call => Trim(call, "trim"),
        ["ltrim"] = call => Trim(call, "ltrim"),
        ["rtrim"] = call => Trim(call, "rtrim"),
        ["log"] = call => call.Count == 1 ? Terms.Call("ln", call[0]) : Terms.Call("log", call.All),
        ["make_dt_interval"] = call => Terms.Call("make_dt_interval", call.All.Select((argument, index) => index == 3 ? Terms.Cast(argument, new DecimalType(18, 6)) : argument)),
        ["product"] = Translations.Internal,
        ["lag"] = Neighbour,
        ["lead"] = Neighbour,
        ["nth_value"] = Translations.Same,
    };

    /// <summary>With a set of signs, Spark's call has the set first.</summary>
    private static Protocol.Expression Trim(CallTerms call, string name) => call.Count == 1 ? Terms.Call(name, call[0]) : Terms.Call(name, call[1], call[0]);

    private static Protocol.Expression Neighbour(CallTerms call) => Terms.Call(call.Name, call.IsTrue(3) ? call.All : call.All.Take(3));
}
