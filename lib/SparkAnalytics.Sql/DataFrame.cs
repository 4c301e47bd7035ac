using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <summary>
/// Rows described by a plan. Transformations give a new DataFrame and run nothing; names and types are checked at once.
/// Actions (<see cref="Collect"/>, <see cref="Count"/>, <see cref="Show"/>, a write) run the plan on the session's engine.
/// </summary>
public sealed partial class DataFrame
{
    internal DataFrame(SparkSession session, Relation plan)
    {
        SparkSession = session;
        Plan = plan;
    }

    /// <summary>The session that the DataFrame belongs to.</summary>
    public SparkSession SparkSession { get; }

    /// <summary>The plan, fully resolved.</summary>
    public Relation Plan { get; private set; }

    /// <summary>A column of this DataFrame.</summary>
    /// <param name="columnName">Its name; case does not matter.</param>
    /// <exception cref="AnalysisException">There is no such column, or several.</exception>
    public Column this[string columnName] => Col(columnName);

    /// <summary>A column of this DataFrame.</summary>
    /// <param name="colName">Its name, after an alias if there is one, with members of structures after dots; <c>*</c> for all.</param>
    /// <returns>The column.</returns>
    /// <exception cref="AnalysisException">There is no such column, or several.</exception>
    public Column Col(string colName) => colName == "*"
        ? new Column(new UnresolvedStar(null))
        : new Column(ColumnLookup.Find(Plan.Output, ColumnLookup.Parts(colName)));

    /// <summary>Names and types of the columns, known without running.</summary>
    /// <returns>The schema.</returns>
    public StructType Schema() => Plan.Schema;

    /// <summary>The columns' names.</summary>
    /// <returns>The names, in order.</returns>
    public IReadOnlyList<string> Columns() => [.. Plan.Output.Select(column => column.Name)];

    /// <summary>The columns' names and short type names.</summary>
    /// <returns>The pairs, in order.</returns>
    public IEnumerable<Tuple<string, string>> DTypes() => Plan.Output.Select(column => Tuple.Create(column.Name, column.DataType.SimpleString));

    /// <summary>Applies a function, so that steps can be written in a chain.</summary>
    /// <param name="func">The function.</param>
    /// <returns>What it gives.</returns>
    public DataFrame Transform(Func<DataFrame, DataFrame> func) => func(this);

    /// <summary>The columns with their types.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"[{string.Join(", ", Plan.Output.Select(column => $"{column.Name}: {column.DataType.SimpleString}"))}]";

    private ExpressionResolver Resolver => new(Plan.Output);

    private DataFrame With(Relation plan) => new(SparkSession, plan);
}
