using System.Globalization;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>
/// MERGE in three steps: the rows of the source that can match are kept in a table; each pair of rows that match is noted by file, place, source row and clause; then the files with rows that
/// change are written anew, with the new rows behind them.
/// </summary>
internal sealed class Merger(Statement statement)
{
    private readonly PlanCompiler _compiler = statement.NewCompiler();

    public CommandResult Merge(MergeCommand merge)
    {
        var changesUnmatched = merge.Clauses.Any(clause => clause.When == MergeWhen.NotMatchedBySource);
        var target = new TargetRows(merge.Path, merge.Target, _compiler.Names, changesUnmatched ? [] : [.. merge.Condition.Conjuncts()], statement);
        var options = CommitOptions.Of(merge.Options);
        if (options.IsIn(target.Snapshot))
        {
            return CommandResult.None;
        }

        var source = new MergeSource(merge, _compiler, statement);
        var matches = Matches(merge, target, source, changesUnmatched);
        var inserts = Inserts(merge, target, source, matches);
        var counts = Counts(merge, matches, inserts.Rows);
        if (counts.All(count => count.Count == 0))
        {
            return new CommandResult(null, Metrics.Of(counts), []);
        }

        var touched = target.FilesOf($"SELECT DISTINCT file FROM {matches} WHERE clause > 0");
        var rows = new ChangedRows(
            touched,
            $"SELECT file, row FROM {matches} WHERE clause > 0",
            [.. Kept(merge, target, touched, source, matches, onlyChanged: false), .. inserts.Selects],
            [.. Kept(merge, target, touched, source, matches, onlyChanged: true), .. inserts.Selects]);
        return new FileReplacement(target, statement).Commit(new RowChange("MERGE", options, counts), rows);
    }

    /// <summary>The table of matches: <c>file</c>, <c>row</c>, <c>source</c> (NULL where a row matches none) and <c>clause</c> from 1 (0 where none applies).</summary>
    private string Matches(MergeCommand merge, TargetRows target, MergeSource source, bool changesUnmatched)
    {
        var clause = $"CASE WHEN {source.Id} IS NOT NULL THEN {Chosen(merge, MergeWhen.Matched)} ELSE {Chosen(merge, MergeWhen.NotMatchedBySource)} END";
        var join = changesUnmatched ? "LEFT JOIN" : "JOIN";
        var matches = statement.Table("merge_matches");
        statement.Session.Execute($"""
            CREATE TABLE {matches} AS
            SELECT * FROM (
              SELECT {target.File} AS file, {target.RowNumber} AS row, {source.Id} AS source, {clause} AS clause
              FROM (
            {target.Candidates()}
              ) {join} {source.Table} ON {_compiler.Expressions.Compile(merge.Condition)}
            ) WHERE clause > 0 OR source IS NOT NULL
            """);
        if (statement.Session.Scalar($"SELECT 1 FROM {matches} WHERE clause > 0 GROUP BY file, row HAVING count(*) > 1 LIMIT 1") is not null)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"The merge into '{merge.Path}' has a row of the table that more than one row of the source matches; make the source unique by the condition's columns.");
        }

        return matches;
    }

    private (IReadOnlyList<string> Selects, string Rows) Inserts(MergeCommand merge, TargetRows target, MergeSource source, string matches)
    {
        if (merge.Clauses.All(clause => clause.When != MergeWhen.NotMatched))
        {
            return ([], "SELECT 0");
        }

        var columns = target.Read.Columns.Select(column => $"CAST({Assigned(merge, MergeWhen.NotMatched, column, "NULL", "_insert_clause")} AS {SqlTypes.Name(column.DataType)}) AS {Physical(target, column)}");
        var list = string.Join(", ", columns);
        var rows = source.Unmatched(matches, $"{Chosen(merge, MergeWhen.NotMatched)} AS _insert_clause").Select(select => $"FROM (\n{select}\n) WHERE _insert_clause > 0").ToList();
        return ([.. rows.Select(part => $"SELECT {list}\n{part}")], $"SELECT {string.Join(" + ", rows.Select(part => $"(SELECT count(*) {part})"))}");
    }

    private IReadOnlyList<(string Name, long Count)> Counts(MergeCommand merge, string matches, string inserted)
    {
        var byClause = statement.Session.Query($"SELECT clause, count(*) FROM {matches} WHERE clause > 0 GROUP BY clause", reader => (Clause: reader.GetInt32(0), Rows: reader.GetInt64(1))).ToList();
        long Sum(MergeAction action) => byClause.Where(count => merge.Clauses[count.Clause - 1].Action == action).Sum(count => count.Rows);
        return
        [
            ("numTargetRowsInserted", Convert.ToInt64(statement.Session.Scalar(inserted), CultureInfo.InvariantCulture)),
            ("numTargetRowsUpdated", Sum(MergeAction.Update)),
            ("numTargetRowsDeleted", Sum(MergeAction.Delete)),
        ];
    }

    /// <summary>The rows of files, but deleted ones, with the changed values: in their places, or where the source alone says the values, behind the others, where those of alike rows are.</summary>
    private IEnumerable<string> Kept(MergeCommand merge, TargetRows target, IReadOnlyList<AddFile> touched, MergeSource source, string matches, bool onlyChanged)
    {
        var deleting = merge.Clauses.Select((clause, index) => (clause, index)).Where(item => item.clause.Action == MergeAction.Delete).Select(item => SqlText.Number(item.index + 1)).ToList();
        var isDeleted = deleting.Count == 0 ? "FALSE" : $"clause IN ({string.Join(", ", deleting)})";
        var changes = $"SELECT * FROM {matches} LEFT JOIN {source.Table} ON source = {source.Id} WHERE clause > 0";
        string Columns(Func<AttributeReference, string> otherwise) =>
            string.Join(", ", target.Read.Columns.Select(column => $"{Assigned(merge, null, column, otherwise(column), "clause")} AS {Physical(target, column)}"));

        // The few rows that change are the small side of the joins.
        if (!IsOfSourceAlone(merge, target))
        {
            yield return $"""
                SELECT {Columns(column => target.Names[column])}
                FROM (
                {target.Select(touched)}
                )
                {(onlyChanged ? "JOIN" : "LEFT JOIN")} (
                {changes}
                ) ON file = {target.File} AND row = {target.RowNumber}
                WHERE coalesce(NOT {isDeleted}, TRUE)
                """;
            yield break;
        }

        if (!onlyChanged)
        {
            yield return $"""
                SELECT {string.Join(", ", target.Read.Columns.Select(column => $"{target.Names[column]} AS {Physical(target, column)}"))}
                FROM (
                {target.Select(touched)}
                )
                ANTI JOIN (SELECT file, row FROM {matches} WHERE clause > 0) ON file = {target.File} AND row = {target.RowNumber}
                """;
        }

        yield return $"SELECT {Columns(column => $"CAST(NULL AS {SqlTypes.Name(column.DataType)})")}\nFROM (\n{changes}\n) WHERE NOT {isDeleted}";
    }

    /// <summary>Whether all updates give all columns values that do not depend on the target.</summary>
    private static bool IsOfSourceAlone(MergeCommand merge, TargetRows target)
    {
        var own = target.Read.Columns.Select(column => column.Id).ToHashSet();
        return merge.Clauses.Where(clause => clause.Action == MergeAction.Update).All(clause =>
            clause.Assignments.Length == target.Read.Columns.Length && !clause.Assignments.SelectMany(assignment => assignment.Value.Columns()).Any(column => own.Contains(column.Id)));
    }

    /// <summary>The number of the first clause of a kind that applies, counted from 1 over all clauses; 0 for none.</summary>
    private string Chosen(MergeCommand merge, MergeWhen when)
    {
        var branches = merge.Clauses.Select((clause, index) => (clause, index)).Where(item => item.clause.When == when)
            .Select(item => $" WHEN {(item.clause.Condition is null ? "TRUE" : _compiler.Expressions.Compile(item.clause.Condition))} THEN {SqlText.Number(item.index + 1)}")
            .ToList();
        return branches.Count == 0 ? "0" : $"CASE{string.Concat(branches)} ELSE 0 END";
    }

    /// <summary>The value that clauses give a column, or what it has otherwise.</summary>
    private string Assigned(MergeCommand merge, MergeWhen? when, AttributeReference column, string otherwise, string clauseName)
    {
        var type = SqlTypes.Name(column.DataType);
        var branches = merge.Clauses.Select((clause, index) => (clause, index))
            .Where(item => when is null ? item.clause.When != MergeWhen.NotMatched && item.clause.Action == MergeAction.Update : item.clause.When == when)
            .Select(item => (item.index, Value: item.clause.Assignments.FirstOrDefault(assignment => assignment.Key.Equals(column.Name, StringComparison.OrdinalIgnoreCase)).Value))
            .Where(item => item.Value is not null && _compiler.Expressions.Compile(item.Value) != otherwise)
            .Select(item => $" WHEN {SqlText.Number(item.index + 1)} THEN CAST({_compiler.Expressions.Compile(item.Value)} AS {type})")
            .ToList();
        return branches.Count == 0 ? otherwise : $"CASE {clauseName}{string.Concat(branches)} ELSE {otherwise} END";
    }

    private static string Physical(TargetRows target, AttributeReference column) =>
        SqlText.Name(target.Snapshot.Metadata.PhysicalName(target.Snapshot.Metadata.Schema.Find(column.Name)!));
}
