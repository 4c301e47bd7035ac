using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Whether two resolved expressions compute the same value, and tree walks over them.</summary>
internal static class ExpressionEquality
{
    public static bool AreSame(Expression left, Expression right)
    {
        var sameNode = (left, right) switch
        {
            (AttributeReference one, AttributeReference two) => one.Id == two.Id,
            (FunctionCall one, FunctionCall two) => one.Name == two.Name && one.IsDistinct == two.IsDistinct,
            (Literal one, Literal two) => Equals(one.Value, two.Value) && one.DataType == two.DataType,
            (Cast one, Cast two) => one.To == two.To && one.IsTry == two.IsTry,
            (SortOrder one, SortOrder two) => one.Ascending == two.Ascending && one.NullsFirst == two.NullsFirst,
            (WindowExpression one, WindowExpression two) => one.Frame == two.Frame && one.PartitionBy.Length == two.PartitionBy.Length,
            _ => left.GetType() == right.GetType() && !left.Children.Any() && left == right,
        };
        return sameNode && left.Children.Count() == right.Children.Count() && left.Children.Zip(right.Children).All(pair => AreSame(pair.First, pair.Second));
    }

    /// <summary>The expression and everything below it, parents first, without what windows hold.</summary>
    public static IEnumerable<Expression> OutsideWindows(this Expression expression) =>
        expression is WindowExpression ? [] : expression.Children.SelectMany(OutsideWindows).Prepend(expression);

    public static bool IsAggregate(this Expression expression) =>
        expression is FunctionCall call && FunctionRegistry.Find(call.Name)?.Kind == FunctionKind.Aggregate;

    public static bool IsGenerator(this Expression expression) =>
        expression is FunctionCall call && FunctionRegistry.Find(call.Name)?.Kind == FunctionKind.Generator;
}
