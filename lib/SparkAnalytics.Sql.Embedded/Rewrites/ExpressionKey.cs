using System.Globalization;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>A text for an expression that another one has only where it is the same computation on the same columns.</summary>
internal static class ExpressionKey
{
    /// <summary>The key, or null for kinds of expressions that have none.</summary>
    public static string? Of(Expression expression) => expression switch
    {
        AttributeReference column => string.Create(CultureInfo.InvariantCulture, $"#{column.Id}"),
        Literal { Value: null or string or bool or int or long } literal => Of(literal),
        Alias alias => Of(alias.Child),
        Cast cast when Of(cast.Child) is { } child => $"{(cast.IsTry ? "try " : string.Empty)}cast({child} as {cast.To.SimpleString})",
        FunctionCall { IsDistinct: false } call => Of(call),
        _ => null,
    };

    private static string Of(Literal literal)
    {
        var text = Convert.ToString(literal.Value, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{literal.Type.SimpleString}:{text?.Length ?? -1}:{text}");
    }

    private static string? Of(FunctionCall call)
    {
        var arguments = call.Arguments.Select(Of).ToList();
        return arguments.Contains(null) ? null : $"{call.Name.ToUpperInvariant()}({string.Join(',', arguments)})";
    }
}
