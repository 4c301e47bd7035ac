using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>The clauses of a merge in SQL: which one applies, and what it gives the target's columns. Clauses are counted from 1.</summary>
internal sealed class MergeColumns(MergeCommand merge, TargetRows target, PlanCompiler compiler, MergeNames names)
{
    /// <summary>What <see cref="Clause"/> gives where there is no such clause.</summary>
    public const string NoClause = "0";

    /// <summary>Whether all updates give all columns values that do not depend on the target.</summary>
    public bool AreOfSourceAlone
    {
        get
        {
            var own = target.Read.Columns.Select(column => column.Id).ToHashSet();
            return merge.Clauses.Where(clause => clause.Action == MergeAction.Update).All(clause =>
                clause.Assignments.Length == target.Read.Columns.Length && !clause.Assignments.SelectMany(assignment => assignment.Value.Columns()).Any(column => own.Contains(column.Id)));
        }
    }

    /// <summary>Whether the clause that applies deletes.</summary>
    public string IsDeleted
    {
        get
        {
            var deleting = Numbered().Where(item => item.Clause.Action == MergeAction.Delete).Select(item => SqlText.Number(item.Number)).ToList();
            return deleting.Count == 0 ? "FALSE" : $"{names.Clause} IN ({string.Join(", ", deleting)})";
        }
    }

    /// <summary>The number of the first clause of a kind that applies; 0 for none.</summary>
    public string Clause(MergeWhen when)
    {
        var branches = Numbered().Where(item => item.Clause.When == when)
            .Select(item => $" WHEN {(item.Clause.Condition is null ? "TRUE" : compiler.Expressions.Compile(item.Clause.Condition))} THEN {SqlText.Number(item.Number)}")
            .ToList();
        return branches.Count == 0 ? NoClause : $"CASE{string.Concat(branches)} ELSE 0 END";
    }

    /// <summary>The columns of rows that are inserted, by clause.</summary>
    public string Inserted => List(clause => clause.When == MergeWhen.NotMatched, Nothing);

    /// <summary>The columns of target rows as they are to be, by clause.</summary>
    public string Updated => List(clause => clause.When != MergeWhen.NotMatched && clause.Action == MergeAction.Update, column => target.Names[column]);

    /// <summary>The columns of updated rows, by <c>clause</c>, where the source alone says them.</summary>
    public string OfSource => List(clause => clause.When != MergeWhen.NotMatched && clause.Action == MergeAction.Update, Nothing);

    /// <summary>The target's columns as they are.</summary>
    public string Kept => List(_ => false, column => target.Names[column]);

    private static string Nothing(AttributeReference column) => $"CAST(NULL AS {SqlTypes.Name(column.DataType)})";

    private IEnumerable<(MergeClause Clause, int Number)> Numbered() => merge.Clauses.Select((clause, index) => (clause, index + 1));

    private string List(Func<MergeClause, bool> clauses, Func<AttributeReference, string> otherwise) => string.Join(", ", target.Read.Columns.Select(column =>
    {
        var metadata = target.Snapshot.Metadata;
        return $"{Assigned(clauses, column, otherwise(column))} AS {SqlText.Name(metadata.PhysicalName(metadata.Schema.Find(column.Name)!))}";
    }));

    /// <summary>The value that clauses give a column, or what it has otherwise.</summary>
    private string Assigned(Func<MergeClause, bool> clauses, AttributeReference column, string otherwise)
    {
        var type = SqlTypes.Name(column.DataType);
        var branches = Numbered().Where(item => clauses(item.Clause))
            .Select(item => (item.Number, Value: item.Clause.Assignments.FirstOrDefault(assignment => assignment.Key.Equals(column.Name, StringComparison.OrdinalIgnoreCase)).Value))
            .Where(item => item.Value is not null)
            .Select(item => (item.Number, Value: compiler.Expressions.Compile(item.Value)))
            .Where(item => item.Value != otherwise)
            .Select(item => $" WHEN {SqlText.Number(item.Number)} THEN CAST({item.Value} AS {type})")
            .ToList();
        return branches.Count == 0 ? otherwise : $"CASE {names.Clause}{string.Concat(branches)} ELSE {otherwise} END";
    }
}
