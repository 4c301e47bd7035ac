using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>DELETE and UPDATE: only the files that hold rows to change are written anew.</summary>
internal sealed class RowChanger(Statement statement)
{
    public CommandResult Delete(DeleteCommand delete)
    {
        var compiler = statement.NewCompiler();
        var target = Target(delete.Path, delete.Target, delete.Condition, compiler);
        var condition = Condition(delete.Condition, compiler);
        return Change(target, CommitOptions.OfTable(delete.Options), new Verb("DELETE", "numDeletedRows", condition, $"WHERE ({condition}) IS NOT TRUE", (_, old) => old, IsDelete: true));
    }

    public CommandResult Update(UpdateCommand update)
    {
        var compiler = statement.NewCompiler();
        var target = Target(update.Path, update.Target, update.Condition, compiler);
        var condition = Condition(update.Condition, compiler);
        var values = update.Assignments.ToDictionary(
            assignment => assignment.Key,
            assignment => compiler.Expressions.Compile(assignment.Value),
            StringComparer.OrdinalIgnoreCase);
        string Value(AttributeReference column, string old) => values.TryGetValue(column.Name, out var value) ? $"CASE WHEN {condition} THEN {value} ELSE {old} END" : old;
        return Change(target, CommitOptions.OfTable(update.Options), new Verb("UPDATE", "numUpdatedRows", condition, string.Empty, Value, IsDelete: false));
    }

    private static string Condition(Expression? condition, PlanCompiler compiler) => condition is null ? "TRUE" : compiler.Expressions.Compile(condition);

    private TargetRows Target(string path, Relation relation, Expression? condition, PlanCompiler compiler) =>
        new(path, relation, compiler.Names, condition is null ? [] : [.. condition.Conjuncts()], statement);

    private CommandResult Change(TargetRows target, CommitOptions identifier, Verb verb)
    {
        if (identifier.IsIn(target.Snapshot))
        {
            return CommandResult.None;
        }

        var counts = statement.Session.Query(
            $"SELECT {target.File}, count(*) FROM (\n{target.Candidates()}\n) WHERE {verb.Condition} GROUP BY ALL",
            reader => (File: reader.GetString(0), Rows: reader.GetInt64(1))).ToDictionary(file => file.File, file => file.Rows, StringComparer.Ordinal);
        if (counts.Count == 0)
        {
            return new CommandResult(null, Metrics.Of((verb.Metric, 0)), []);
        }

        var touched = target.Snapshot.Files.Where(file => counts.ContainsKey(file.Path)).ToList();
        var columns = target.Read.Columns.Select(column =>
        {
            var old = target.Names[column];
            return $"CAST({verb.Value(column, old)} AS {SqlTypes.Name(column.DataType)}) AS {SqlText.Name(PhysicalName(target, column))}";
        });
        var rows = $"FROM (\n{target.Select(touched)}\n)";
        var list = string.Join(", ", columns);
        var changed = new ChangedRows(
            touched,
            $"SELECT {target.File}, {target.RowNumber} {rows} WHERE {verb.Condition}",
            onlyChanged => !onlyChanged ? [$"SELECT {list}\n{rows}\n{verb.Kept}"] : verb.IsDelete ? [] : [$"SELECT {list}\n{rows}\nWHERE {verb.Condition}"]);
        return new FileReplacement(target, statement).Commit(new RowChange(verb.Operation, identifier, [(verb.Metric, counts.Values.Sum())]), changed);
    }

    private static string PhysicalName(TargetRows target, AttributeReference column) =>
        target.Snapshot.Metadata.PhysicalName(target.Snapshot.Metadata.Schema.Find(column.Name)!);

    /// <summary>What a command does with the rows that meet its condition.</summary>
    /// <param name="Operation">Spark's name of it.</param>
    /// <param name="Metric">Spark's name of their count.</param>
    /// <param name="Condition">The condition in SQL.</param>
    /// <param name="Kept">The WHERE of the rows that stay, or empty where all do.</param>
    /// <param name="Value">A column's new value in SQL from its old one, which stays in rows that do not meet the condition.</param>
    /// <param name="IsDelete">Whether those rows go.</param>
    private sealed record Verb(string Operation, string Metric, string Condition, string Kept, Func<AttributeReference, string, string> Value, bool IsDelete);
}
