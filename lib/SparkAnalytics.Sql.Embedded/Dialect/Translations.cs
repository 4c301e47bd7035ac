using System.Globalization;
using System.Text;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>The usual shapes of a line in a function table.</summary>
internal static class Translations
{
    /// <summary>A function of DuckDB or of <c>Native</c> with the same arguments and the same result.</summary>
    public static FunctionTranslation Same(string name) => call => $"{name}({call.All})";

    /// <summary>SQL with <c>{0}</c>, <c>{1}</c>, ... for the arguments.</summary>
    public static FunctionTranslation Template(string template)
    {
        var format = CompositeFormat.Parse(template);
        return call => string.Format(CultureInfo.InvariantCulture, format, [.. Enumerable.Range(0, call.Count).Select(index => (object)call[index])]);
    }

    /// <summary>The same, where DuckDB's result has another type than Spark's.</summary>
    public static FunctionTranslation Typed(string template)
    {
        var inner = Template(template);
        return call => call.Typed(inner(call));
    }

    /// <summary>An aggregate of DuckDB with the same arguments.</summary>
    public static FunctionTranslation Aggregate(string name) => call => call.Aggregate(name, call.All);

    /// <summary>The same, where DuckDB's result has another type than Spark's.</summary>
    public static FunctionTranslation TypedAggregate(string name) => call => call.Typed(call.Aggregate(name, call.All));
}
