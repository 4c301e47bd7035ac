using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Native.Gathering;
using SparkAnalytics.Sql.Embedded.Rewrites;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>
/// Rows that are to be kept and that a write comes by, since they are those that its filter leaves out: they are gathered on the way, so that what both come from is read once. Where they
/// are too many, nothing is kept, and they are computed at their first use as others are.
/// </summary>
internal sealed class LeftOutRows : IDisposable
{
    private readonly Statement _statement;
    private readonly Cached _cached;
    private readonly Filter _left;
    private readonly Expression _written;
    private readonly AttributeReference _place;
    private readonly GatheredRows _rows = new();

    private LeftOutRows(Statement statement, Cached cached, Filter left, Expression written, AttributeReference place) =>
        (_statement, _cached, _left, _written, _place) = (statement, cached, left, written, place);

    /// <summary>What a write leaves out and is awaited, or null.</summary>
    /// <param name="written">The rows that are written.</param>
    /// <param name="statement">The statement that writes them.</param>
    public static LeftOutRows? Of(Relation written, Statement statement)
    {
        foreach (var cached in statement.Cached.Awaited.Where(cached => cached.Output.All(column => column.DataType is StringType { Collation: null })))
        {
            if (Selected(cached.Input) is { } left
                && Highest(written) is { } filter && ReferenceEquals(filter.Input, left.Input) && AreOpposite(filter.Condition, left.Condition)
                && RowPlaces.Find(left.Input) is { } place)
            {
                return new LeftOutRows(statement, cached, left, filter.Condition, place);
            }
        }

        return null;
    }

    /// <summary>The rows that are written, with a filter that also gathers those which it leaves out.</summary>
    /// <param name="rows">The rows; their filter may ask for more.</param>
    public Relation Gather(Relation rows)
    {
        if (rows is not Filter filter || !ReferenceEquals(filter.Input, _left.Input))
        {
            return rows.MapInputs(Gather);
        }

        var gather = new FunctionCall(EngineFunctions.GatherRow, [Number(_rows.Id), _place, .. _cached.Output]) { ResultType = new BooleanType() };
        return new Filter(RowPlaces.Carry(filter.Input, _place), new FunctionCall("when", [_written, filter.Condition, gather]) { ResultType = new BooleanType() });
    }

    /// <summary>Keeps the rows, once all are gathered.</summary>
    public void Keep()
    {
        if (!_rows.AreTooMany)
        {
            var texts = string.Join(", ", _cached.Output.Select((_, index) => $"texts[{SqlText.Number(index + 1)}]"));
            _statement.Cached.Fill(_cached, $"SELECT {texts}\nFROM (SELECT spark_gathered_row({SqlText.Number(_rows.Id)}, range) AS texts FROM range({SqlText.Number(_rows.Count)}))", _statement);
        }
    }

    public void Dispose() => _rows.Dispose();

    private static Literal Number(long value) => new(value, new LongType());

    /// <summary>The filter below projections that only leave out columns.</summary>
    private static Filter? Selected(Relation relation) => relation switch
    {
        Filter filter => filter,
        Project project when project.Expressions.All(expression => expression.Value is AttributeReference column && column.Id == expression.Output.Id) => Selected(project.Input),
        _ => null,
    };

    /// <summary>The highest filter, which alone may gather: of several DuckDB asks in an order of its own, and one that comes before would hide rows from another.</summary>
    private static Filter? Highest(Relation relation) => relation switch
    {
        Filter filter => filter,
        Project or Deduplicate or SubqueryAlias or Hint or Repartition => Highest(relation.Inputs.Single()),
        _ => null,
    };

    /// <summary>Whether of two conditions on a row always one is true and the other is not.</summary>
    private static bool AreOpposite(Expression one, Expression other) =>
        one is FunctionCall { Arguments: [var first] } question
        && other is FunctionCall { Arguments: [var second] } opposite
        && (question.Name, opposite.Name) is ("isnull", "isnotnull") or ("isnotnull", "isnull")
        && ExpressionKey.Of(first) is { } key
        && key == ExpressionKey.Of(second);
}
