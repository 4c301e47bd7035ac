using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Writing;

/// <summary>Carries out commands; Delta's by its SQL or its own message, always by the table's path.</summary>
internal sealed class CommandRunner(SparkConnection connection, PlanCompiler compiler)
{
    public CommandResult Run(Command command) => command switch
    {
        CacheCommand => CommandResult.None,
        UncacheCommand uncache => compiler.Cached.Release(uncache.Key),
        CreateViewCommand view => Sent(new() { CreateDataframeView = new() { Input = compiler.Compile(view.Input), Name = view.Name, Replace = view.Replace } }),
        WriteCommand write when IsDelta(write.Format) => Committed(write.Path, ImmutableDictionary<string, string>.Empty, () => Send(new() { WriteOperation = Writes.Of(write, compiler) })),
        WriteCommand write => Sent(new() { WriteOperation = Writes.Of(write, compiler) }),
        DeleteCommand delete => Committed(delete.Path, delete.Options, () => Delete(delete)),
        UpdateCommand update => Committed(update.Path, update.Options, () => Update(update)),
        MergeCommand merge => Committed(merge.Path, merge.Options, () => Send(new() { MergeIntoTableCommand = Merges.Of(merge, compiler) })),
        OptimizeCommand optimize => Committed(optimize.Path, optimize.Options, () => SqlCommands.Run($"OPTIMIZE {SqlCommands.Table(optimize.Path)}", connection)),
        RestoreCommand restore => Committed(restore.Path, restore.Options, () => Restore(restore)),
        VacuumCommand vacuum => new Vacuums(connection).Run(vacuum),
        _ => throw new AnalysisException($"The engine Spark cannot run a {command.GetType().Name}."),
    };

    private static bool IsDelta(string format) => format.Equals("delta", StringComparison.OrdinalIgnoreCase);

    private CommandResult Committed(string path, IReadOnlyDictionary<string, string> options, Action run) => new DeltaCommits(connection).Run(path, options, run);

    private CommandResult Sent(Proto.Command command)
    {
        Send(command);
        return CommandResult.None;
    }

    private void Send(Proto.Command command)
    {
        using var operation = connection.Start(new Proto.Plan { Command = command });
        while (operation.Next() is not null)
        {
            // What comes back are signs of progress.
        }
    }

    private void Restore(RestoreCommand restore) =>
        SqlCommands.Run(string.Create(CultureInfo.InvariantCulture, $"RESTORE TABLE {SqlCommands.Table(restore.Path)} TO VERSION AS OF {restore.Version}"), connection);

    private void Delete(DeleteCommand delete)
    {
        var where = delete.Condition is null ? string.Empty : $" WHERE {Text(delete.Target, delete.Condition)}";
        SqlCommands.Run($"DELETE FROM {SqlCommands.Table(delete.Path)}{where}", connection);
    }

    private void Update(UpdateCommand update)
    {
        var where = update.Condition is null ? string.Empty : $" WHERE {Text(update.Target, update.Condition)}";
        var set = update.Assignments.Select(assignment => $"{Dialect.Terms.Quoted(assignment.Key)} = {Text(update.Target, assignment.Value)}");
        SqlCommands.Run($"UPDATE {SqlCommands.Table(update.Path)} SET {string.Join(", ", set)}{where}", connection);
    }

    private string Text(Relation target, Expression expression) => SqlExpressions.Of(TargetNames.Compiler(target, compiler).Expressions.Compile(expression));
}
