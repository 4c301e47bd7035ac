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
        var condition = delete.Condition is null ? "TRUE" : compiler.Expressions.Compile(delete.Condition);
        return Change(target, condition, "DELETE", "numDeletedRows", delete.Options, $"WHERE ({condition}) IS NOT TRUE");
    }

    public CommandResult Update(UpdateCommand update)
    {
        var compiler = statement.NewCompiler();
        var target = Target(update.Path, update.Target, update.Condition, compiler);
        var condition = update.Condition is null ? "TRUE" : compiler.Expressions.Compile(update.Condition);
        var values = update.Assignments.ToDictionary(
            assignment => assignment.Key,
            assignment => compiler.Expressions.Compile(assignment.Value),
            StringComparer.OrdinalIgnoreCase);
        string Value(AttributeReference column, string old) => values.TryGetValue(column.Name, out var value) ? $"CASE WHEN {condition} THEN {value} ELSE {old} END" : old;
        return Change(target, condition, "UPDATE", "numUpdatedRows", update.Options, string.Empty, Value);
    }

    private TargetRows Target(string path, Relation relation, Expression? condition, PlanCompiler compiler) =>
        new(path, relation, compiler.Names, condition is null ? [] : [.. condition.Conjuncts()], statement);

    private CommandResult Change(
        TargetRows target,
        string condition,
        string operation,
        string metric,
        IEnumerable<KeyValuePair<string, string>> options,
        string where,
        Func<AttributeReference, string, string>? value = null)
    {
        var identifier = TransactionOptions.Of(options);
        if (identifier.IsIn(target.Snapshot))
        {
            return CommandResult.None;
        }

        var counts = statement.Session.Query(
            $"SELECT {target.File}, count(*) FROM (\n{target.Candidates()}\n) WHERE {condition} GROUP BY ALL",
            reader => (File: reader.GetString(0), Rows: reader.GetInt64(1))).ToDictionary(file => file.File, file => file.Rows, StringComparer.Ordinal);
        if (counts.Count == 0)
        {
            return new CommandResult(null, Metrics.Of((metric, 0)), []);
        }

        var touched = target.Snapshot.Files.Where(file => counts.ContainsKey(file.Path)).ToList();
        var columns = target.Read.Columns.Select(column =>
        {
            var old = target.Names[column];
            var changed = value is null ? old : value(column, old);
            return $"CAST({changed} AS {SqlTypes.Name(column.DataType)}) AS {SqlText.Name(PhysicalName(target, column))}";
        });
        var select = $"SELECT {string.Join(", ", columns)}\nFROM (\n{target.Select(touched)}\n)\n{where}";
        return new FileReplacement(target, statement).Commit(new RowChange(operation, identifier, [(metric, counts.Values.Sum())]), touched, select);
    }

    private static string PhysicalName(TargetRows target, AttributeReference column) =>
        target.Snapshot.Metadata.PhysicalName(target.Snapshot.Metadata.Schema.Find(column.Name)!);
}
