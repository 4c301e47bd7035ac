using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>DESCRIBE HISTORY and DESCRIBE DETAIL, which are commands: they run while the plan is compiled.</summary>
internal static class TableRows
{
    public static Proto.Relation Of(TableHistory history, UniqueNames names, SparkConnection connection)
    {
        var limit = history.Limit is { } count ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {count}") : string.Empty;
        return Of($"DESCRIBE HISTORY {SqlCommands.Table(history.Path)}{limit}", history.Columns, names, connection);
    }

    public static Proto.Relation Of(TableDetail detail, UniqueNames names, SparkConnection connection) =>
        Of($"DESCRIBE DETAIL {SqlCommands.Table(detail.Path)}", detail.Columns, names, connection);

    private static Proto.Relation Of(string command, ImmutableArray<AttributeReference> columns, UniqueNames names, SparkConnection connection) =>
        Compiler.RelationCompiler.Select(SqlCommands.Rows(command, connection), columns.Select(column => Terms.Named(Terms.Column(column.Name), names[column])));
}
