using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Embedded.TextTypes;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Compiler;

/// <summary>Expressions to SQL: shapes only; what a function or a cast becomes is in their tables.</summary>
internal sealed class ExpressionCompiler(NameScope names, Timestamp now) : IExpressionCompiler
{
    public Timestamp Now => now;

    public string Compile(Expression expression) => expression switch
    {
        AttributeReference column => names[column],
        Literal literal => Literals.Sql(literal),
        Cast cast => CastCompiler.Sql(Compile(SpecialMoments.Resolve(cast.Child, cast.To, now)), cast.Child.Type, cast.To, cast.IsTry),
        Alias alias => Compile(alias.Child),
        WindowExpression window => Call(window.Function, Over(window)),
        FunctionCall call => Call(CharComparisons.Padded(call), string.Empty),
        SortOrder order => Order(order),
        _ => throw new AnalysisException($"The embedded engine cannot compile a {expression.GetType().Name}; names must be looked up before."),
    };

    /// <summary>A key of GROUP BY or ORDER BY, where DuckDB would take a bare number as a position.</summary>
    public string Key(Expression expression)
    {
        Collations.Check(expression, "grouped or sorted by");
        return expression is Literal literal ? $"CAST({Literals.Sql(literal)} AS {SqlTypes.Name(literal.Type)})" : Compile(expression);
    }

    /// <summary>A key with its direction and the place of NULL.</summary>
    public string Order(SortOrder order) => $"{Key(order.Child)} {(order.Ascending ? "ASC" : "DESC")} {(order.NullsFirst ? "NULLS FIRST" : "NULLS LAST")}";

    private string Call(FunctionCall call, string over)
    {
        Collations.Check(call);
        return FunctionTable.Find(call.Name)(new CallSql(call, this, over));
    }

    private string Over(WindowExpression window)
    {
        var partition = window.PartitionBy.IsEmpty ? string.Empty : $"PARTITION BY {string.Join(", ", window.PartitionBy.Select(Key))}";
        var order = window.OrderBy.IsEmpty ? string.Empty : $"ORDER BY {string.Join(", ", window.OrderBy.Select(Order))}";
        var frame = window.Frame is null ? string.Empty : Frame(window.Frame);
        return $" OVER ({string.Join(' ', new[] { partition, order, frame }.Where(part => part.Length > 0))})";
    }

    private static string Frame(WindowFrame frame) =>
        $"{(frame.ByRows ? "ROWS" : "RANGE")} BETWEEN {Bound(frame.Start)} AND {Bound(frame.End)}";

    private static string Bound(long offset) => offset switch
    {
        long.MinValue => "UNBOUNDED PRECEDING",
        long.MaxValue => "UNBOUNDED FOLLOWING",
        0 => "CURRENT ROW",
        < 0 => $"{SqlText.Number(-offset)} PRECEDING",
        _ => $"{SqlText.Number(offset)} FOLLOWING",
    };
}
