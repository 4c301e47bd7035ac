using System.Globalization;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Connect.Rows;
using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Types;
using Literal = SparkAnalytics.Sql.Connect.Protocol.Expression.Types.Literal;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Writing;

/// <summary>Expressions as Spark's SQL, for DELETE and UPDATE, which the protocol has as text only.</summary>
internal static class SqlExpressions
{
    /// <exception cref="AnalysisException">The expression has no such text.</exception>
    public static string Of(Proto.Expression expression) => expression.ExprTypeCase switch
    {
        Proto.Expression.ExprTypeOneofCase.UnresolvedAttribute => expression.UnresolvedAttribute.UnparsedIdentifier,
        Proto.Expression.ExprTypeOneofCase.Literal => Of(expression.Literal),
        Proto.Expression.ExprTypeOneofCase.UnresolvedFunction => $"{Terms.Quoted(expression.UnresolvedFunction.FunctionName)}({string.Join(", ", expression.UnresolvedFunction.Arguments.Select(Of))})",
        Proto.Expression.ExprTypeOneofCase.Cast => Cast(expression.Cast),
        Proto.Expression.ExprTypeOneofCase.UnresolvedExtractValue => $"{Of(expression.UnresolvedExtractValue.Child)}[{Of(expression.UnresolvedExtractValue.Extraction)}]",
        _ => throw new AnalysisException($"A condition or a new value of DELETE and UPDATE on Spark cannot hold a {expression.ExprTypeCase}."),
    };

    private static string Cast(Proto.Expression.Types.Cast cast) =>
        $"{(cast.EvalMode == Proto.Expression.Types.Cast.Types.EvalMode.Try ? "TRY_CAST" : "CAST")}({Of(cast.Expr)} AS {WireTypes.From(cast.Type).SimpleString})";

    private static string Of(Literal literal) => literal.LiteralTypeCase switch
    {
        Literal.LiteralTypeOneofCase.Null => $"CAST(NULL AS {WireTypes.From(literal.Null).SimpleString})",
        Literal.LiteralTypeOneofCase.Boolean => literal.Boolean ? "TRUE" : "FALSE",
        Literal.LiteralTypeOneofCase.Byte => Typed(literal.Byte, new ByteType()),
        Literal.LiteralTypeOneofCase.Short => Typed(literal.Short, new ShortType()),
        Literal.LiteralTypeOneofCase.Integer => Typed(literal.Integer, new IntegerType()),
        Literal.LiteralTypeOneofCase.Long => Typed(literal.Long, new LongType()),
        Literal.LiteralTypeOneofCase.Float => Typed(literal.Float, new FloatType()),
        Literal.LiteralTypeOneofCase.Double => Typed(literal.Double, new DoubleType()),
        Literal.LiteralTypeOneofCase.Decimal => $"CAST('{literal.Decimal.Value}' AS {new DecimalType(literal.Decimal.Precision, literal.Decimal.Scale).SimpleString})",
        Literal.LiteralTypeOneofCase.String => SqlCommands.Text(literal.String),
        Literal.LiteralTypeOneofCase.Binary => $"X'{Convert.ToHexString(literal.Binary.Span)}'",
        Literal.LiteralTypeOneofCase.Date => string.Create(CultureInfo.InvariantCulture, $"date_from_unix_date({literal.Date})"),
        Literal.LiteralTypeOneofCase.Timestamp => string.Create(CultureInfo.InvariantCulture, $"timestamp_micros({literal.Timestamp})"),
        Literal.LiteralTypeOneofCase.TimestampNtz => string.Create(CultureInfo.InvariantCulture, $"CAST(timestamp_micros({literal.TimestampNtz}) AS timestamp_ntz)"),
        Literal.LiteralTypeOneofCase.DayTimeInterval => string.Create(CultureInfo.InvariantCulture, $"make_dt_interval(0, 0, 0, CAST({literal.DayTimeInterval} AS decimal(20,0)) / 1000000)"),
        Literal.LiteralTypeOneofCase.Array => $"array({string.Join(", ", literal.Array.Elements.Select(Of))})",
        _ => throw new AnalysisException($"A condition or a new value of DELETE and UPDATE on Spark cannot hold a constant of kind {literal.LiteralTypeCase}."),
    };

    private static string Typed(object number, DataType type) => string.Create(CultureInfo.InvariantCulture, $"CAST('{number}' AS {type.SimpleString})");
}
