using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>
/// MERGE in three steps: the source is kept in a table; each target row that changes is noted by file, place, source row and clause; then the files of those rows are
/// written anew, with the new rows behind them.
/// </summary>
internal sealed class Merger(Statement statement)
{
    private readonly PlanCompiler _compiler = statement.NewCompiler();

    public CommandResult Merge(MergeCommand merge)
    {
        var changesUnmatched = merge.Clauses.Any(clause => clause.When == MergeWhen.NotMatchedBySource);
        var target = new TargetRows(merge.Path, merge.Target, _compiler.Names, changesUnmatched ? [] : [.. merge.Condition.Conjuncts()], statement);
        var identifier = CommitOptions.Of(merge.Options);
        if (identifier.IsIn(target.Snapshot))
        {
            return CommandResult.None;
        }

        var sourceId = _compiler.Names.Fresh("_source_row");
        var source = statement.Table("merge_source");
        statement.Session.Execute($"CREATE TABLE {source} AS SELECT *, row_number() OVER () AS {sourceId}\nFROM {_compiler.From(merge.Source)}");
        var condition = _compiler.Expressions.Compile(merge.Condition);
        var actions = Actions(merge, target, source, sourceId, condition, changesUnmatched);
        var inserts = Inserts(merge, target, source, sourceId, condition);
        var counts = Counts(merge, actions, inserts);
        if (counts.All(count => count.Count == 0))
        {
            return new CommandResult(null, Metrics.Of(counts), []);
        }

        var touched = target.FilesOf($"SELECT DISTINCT file FROM {actions}");
        var select = $"({Kept(merge, target, touched, source, sourceId, actions)})\nUNION ALL\n({inserts.Select})";
        return new FileReplacement(target, statement).Commit(new RowChange("MERGE", identifier, counts), touched, select);
    }

    /// <summary>The table of rows that change: <c>file</c>, <c>row</c>, <c>source</c>, <c>clause</c> from 1.</summary>
    private string Actions(MergeCommand merge, TargetRows target, string source, string sourceId, string condition, bool changesUnmatched)
    {
        var clause = $"CASE WHEN {sourceId} IS NOT NULL THEN {Chosen(merge, MergeWhen.Matched)} ELSE {Chosen(merge, MergeWhen.NotMatchedBySource)} END";
        var join = changesUnmatched ? "LEFT JOIN" : "JOIN";
        var actions = statement.Table("merge_actions");
        statement.Session.Execute($"""
            CREATE TABLE {actions} AS
            SELECT * FROM (
              SELECT {target.File} AS file, {target.RowNumber} AS row, {sourceId} AS source, {clause} AS clause
              FROM (
            {target.Candidates()}
              ) {join} {source} ON {condition}
            ) WHERE clause > 0
            """);
        if (statement.Session.Scalar($"SELECT 1 FROM {actions} GROUP BY file, row HAVING count(*) > 1 LIMIT 1") is not null)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"The merge into '{merge.Path}' has a row of the table that more than one row of the source matches; make the source unique by the condition's columns.");
        }

        return actions;
    }

    private (string Select, string Count) Inserts(MergeCommand merge, TargetRows target, string source, string sourceId, string condition)
    {
        var clause = Chosen(merge, MergeWhen.NotMatched);
        var columns = target.Read.Columns.Select(column => $"CAST({Assigned(merge, MergeWhen.NotMatched, column, "NULL", "_insert_clause")} AS {SqlTypes.Name(column.DataType)}) AS {Physical(target, column)}");
        var rows = $"""
            FROM (
              SELECT *, {clause} AS _insert_clause
              FROM {source}
              WHERE {sourceId} NOT IN (
                SELECT {sourceId} FROM {source} JOIN (
            {target.Candidates()}
                ) ON {condition})
            ) WHERE _insert_clause > 0
            """;
        return ($"SELECT {string.Join(", ", columns)}\n{rows}", $"SELECT count(*) {rows}");
    }

    private IReadOnlyList<(string Name, long Count)> Counts(MergeCommand merge, string actions, (string Select, string Count) inserts)
    {
        var byClause = statement.Session.Query($"SELECT clause, count(*) FROM {actions} GROUP BY clause", reader => (Clause: reader.GetInt32(0), Rows: reader.GetInt64(1))).ToList();
        long Sum(MergeAction action) => byClause.Where(count => merge.Clauses[count.Clause - 1].Action == action).Sum(count => count.Rows);
        var inserted = merge.Clauses.Any(clause => clause.When == MergeWhen.NotMatched) ? (long)statement.Session.Scalar(inserts.Count)! : 0;
        return [("numTargetRowsInserted", inserted), ("numTargetRowsUpdated", Sum(MergeAction.Update)), ("numTargetRowsDeleted", Sum(MergeAction.Delete))];
    }

    private string Kept(MergeCommand merge, TargetRows target, IReadOnlyList<AddFile> touched, string source, string sourceId, string actions)
    {
        var deleting = merge.Clauses.Select((clause, index) => (clause, index)).Where(item => item.clause.Action == MergeAction.Delete).Select(item => SqlText.Number(item.index + 1)).ToList();
        var where = deleting.Count == 0 ? string.Empty : $"\nWHERE coalesce(clause NOT IN ({string.Join(", ", deleting)}), TRUE)";
        var columns = target.Read.Columns.Select(column => $"CAST({Assigned(merge, null, column, target.Names[column], "clause")} AS {SqlTypes.Name(column.DataType)}) AS {Physical(target, column)}");
        return $"""
            SELECT {string.Join(", ", columns)}
            FROM (
            {target.Select(touched)}
            )
            LEFT JOIN {actions} ON file = {target.File} AND row = {target.RowNumber}
            LEFT JOIN {source} ON source = {sourceId}{where}
            """;
    }

    /// <summary>The number of the first clause of a kind that applies, counted from 1 over all clauses; 0 for none.</summary>
    private string Chosen(MergeCommand merge, MergeWhen when)
    {
        var branches = merge.Clauses.Select((clause, index) => (clause, index)).Where(item => item.clause.When == when)
            .Select(item => $" WHEN {(item.clause.Condition is null ? "TRUE" : _compiler.Expressions.Compile(item.clause.Condition))} THEN {SqlText.Number(item.index + 1)}")
            .ToList();
        return branches.Count == 0 ? "0" : $"CASE{string.Concat(branches)} ELSE 0 END";
    }

    private string Assigned(MergeCommand merge, MergeWhen? when, AttributeReference column, string otherwise, string clauseName)
    {
        var branches = merge.Clauses.Select((clause, index) => (clause, index))
            .Where(item => when is null ? item.clause.When != MergeWhen.NotMatched && item.clause.Action == MergeAction.Update : item.clause.When == when)
            .Select(item => (item.index, Value: item.clause.Assignments.FirstOrDefault(assignment => assignment.Key.Equals(column.Name, StringComparison.OrdinalIgnoreCase)).Value))
            .Where(item => item.Value is not null)
            .Select(item => $" WHEN {SqlText.Number(item.index + 1)} THEN {_compiler.Expressions.Compile(item.Value)}")
            .ToList();
        return branches.Count == 0 ? otherwise : $"CASE {clauseName}{string.Concat(branches)} ELSE {otherwise} END";
    }

    private static string Physical(TargetRows target, AttributeReference column) =>
        SqlText.Name(target.Snapshot.Metadata.PhysicalName(target.Snapshot.Metadata.Schema.Find(column.Name)!));
}
