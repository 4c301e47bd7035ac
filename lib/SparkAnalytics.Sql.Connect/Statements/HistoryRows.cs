using System.Globalization;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>DESCRIBE HISTORY, which is a command: it runs while the plan is compiled.</summary>
internal static class HistoryRows
{
    public static Proto.Relation Of(TableHistory history, UniqueNames names, SparkConnection connection)
    {
        var limit = history.Limit is { } count ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {count}") : string.Empty;
        var rows = SqlCommands.Rows($"DESCRIBE HISTORY {SqlCommands.Table(history.Path)}{limit}", connection);
        return Compiler.RelationCompiler.Select(rows, history.Columns.Select(column => Terms.Named(Terms.Column(column.Name), names[column])));
    }
}
