using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;
using Boundary = SparkAnalytics.Sql.Connect.Protocol.Expression.Types.Window.Types.WindowFrame.Types.FrameBoundary;
using Frames = SparkAnalytics.Sql.Connect.Protocol.Expression.Types.Window.Types.WindowFrame;
using Proto = SparkAnalytics.Sql.Connect.Protocol;
using Sorts = SparkAnalytics.Sql.Connect.Protocol.Expression.Types.SortOrder;

namespace SparkAnalytics.Sql.Connect.Compiler;

/// <summary>Expressions of the plan in the protocol's form, columns by their unique names.</summary>
internal sealed class ExpressionCompiler(UniqueNames names)
{
    public Proto.Expression Compile(Expression expression) => expression switch
    {
        AttributeReference column => Terms.Column(names[column]),
        Literal literal => Literals.Of(literal.Value, literal.Type),
        Cast cast => Terms.Cast(Compile(cast.Child), cast.To, cast.IsTry),
        Alias alias => Compile(alias.Child),
        WindowExpression window => new() { Window = Window(window) },
        FunctionCall call => FunctionTable.Find(call.Name)(new CallTerms(call, Compile)),
        SortOrder order => new() { SortOrder = Order(order) },
        _ => throw new AnalysisException($"The engine Spark cannot compile a {expression.GetType().Name}; names must be looked up before."),
    };

    /// <summary>A key to group, order or partition by; a bare number would be read as a position.</summary>
    public Proto.Expression Key(Expression expression) => expression is Literal literal
        ? Terms.Cast(Compile(literal), literal.Type)
        : Compile(expression);

    public Sorts Order(SortOrder order) => new()
    {
        Child = Key(order.Child),
        Direction = order.Ascending ? Sorts.Types.SortDirection.Ascending : Sorts.Types.SortDirection.Descending,
        NullOrdering = order.NullsFirst ? Sorts.Types.NullOrdering.SortNullsFirst : Sorts.Types.NullOrdering.SortNullsLast,
    };

    private Proto.Expression.Types.Window Window(WindowExpression window)
    {
        var result = new Proto.Expression.Types.Window { WindowFunction = Compile(window.Function) };
        result.PartitionSpec.AddRange(window.PartitionBy.Select(Key));
        result.OrderSpec.AddRange(window.OrderBy.Select(Order));
        if (window.Frame is { } frame)
        {
            result.FrameSpec = new Frames
            {
                FrameType = frame.ByRows ? Frames.Types.FrameType.Row : Frames.Types.FrameType.Range,
                Lower = Bound(frame.Start, window, frame.ByRows),
                Upper = Bound(frame.End, window, frame.ByRows),
            };
        }

        return result;
    }

    private static Boundary Bound(long offset, WindowExpression window, bool byRows) => offset switch
    {
        long.MinValue or long.MaxValue => new() { Unbounded = true },
        0 => new() { CurrentRow = true },
        _ when byRows => new() { Value = Terms.Number(checked((int)offset)) },
        _ when window.OrderBy[0].Type is DateType => new() { Value = Terms.Number(checked((int)offset)) },
        _ => new() { Value = Terms.Cast(Terms.Number(offset), window.OrderBy[0].Type) },
    };
}
