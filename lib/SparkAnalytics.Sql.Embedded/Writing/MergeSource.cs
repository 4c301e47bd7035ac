using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>
/// The source of a merge. Its rows that can match are kept in a table, each with a number. Rows that cannot, by a condition on the source alone, are read where they stand, if that gives the
/// same rows each time and costs nothing: they may be many and wide.
/// </summary>
internal sealed class MergeSource
{
    private readonly string _rows;
    private readonly string? _canMatch;
    private readonly MergeNames _names;

    /// <param name="merge">The merge.</param>
    /// <param name="compiler">Compiles it.</param>
    /// <param name="names">What rows are noted by.</param>
    /// <param name="statement">Holds the table.</param>
    public MergeSource(MergeCommand merge, PlanCompiler compiler, MergeNames names, Statement statement)
    {
        _names = names;
        Table = statement.Table("merge_source");
        var own = merge.Source.Output.Select(column => column.Id).ToHashSet();
        var conditions = merge.Condition.Conjuncts().Where(part => part.Columns().Any() && part.Columns().All(column => own.Contains(column.Id))).Select(compiler.Expressions.Compile).ToList();
        _rows = compiler.From(merge.Source);
        _canMatch = IsKept(merge.Source) && conditions.Count > 0 ? string.Join(" AND ", conditions) : null;
        var where = _canMatch is null ? string.Empty : $"\nWHERE {_canMatch}";
        statement.Session.Execute($"CREATE TABLE {Table} AS SELECT *, row_number() OVER () AS {names.SourceRow}\nFROM {_rows}{where}");
    }

    /// <summary>The quoted name of the table of rows that can match.</summary>
    public string Table { get; }

    /// <summary>SELECTs whose rows are those that match no row of the target, with the source's columns.</summary>
    /// <param name="matches">The table of matches.</param>
    /// <param name="extra">A further column in SQL.</param>
    public IEnumerable<string> Unmatched(string matches, string extra)
    {
        yield return $"SELECT *, {extra}\nFROM {Table}\nWHERE {_names.SourceRow} NOT IN (SELECT {_names.Source} FROM {matches} WHERE {_names.Source} IS NOT NULL)";
        if (_canMatch is not null)
        {
            yield return $"SELECT *, NULL AS {_names.SourceRow}, {extra}\nFROM {_rows}\nWHERE ({_canMatch}) IS NOT TRUE";
        }
    }

    private static bool IsKept(Relation source) => source switch
    {
        Cached => true,
        SubqueryAlias alias => IsKept(alias.Input),
        Project project => IsKept(project.Input) && project.Expressions.All(expression => expression.Value is AttributeReference),
        _ => false,
    };
}
