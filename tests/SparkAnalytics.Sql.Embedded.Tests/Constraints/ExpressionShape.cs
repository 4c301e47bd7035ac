using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Tests.Constraints;

/// <summary>An expression as text with all that tells it from another.</summary>
internal static class ExpressionShape
{
    public static string Of(Expression expression) => expression switch
    {
        UnresolvedColumn column => $"[{string.Join('|', column.NameParts)}]",
        Literal { Value: byte[] bytes } => $"{Convert.ToHexString(bytes)}:binary",
        Literal literal => $"{literal.Value ?? "NULL"}:{literal.DataType.SimpleString}",
        Cast cast => $"{(cast.IsTry ? "try_cast" : "cast")}({Of(cast.Child)} as {cast.To.SimpleString})",
        FunctionCall call => $"{call.Name}({string.Join(", ", call.Arguments.Select(Of))})",
        _ => throw new ArgumentException(expression.GetType().Name, nameof(expression)),
    };
}
