using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>The commits of a Delta table as rows with Spark's columns.</summary>
internal static class HistoryRows
{
    public static string Select(TableHistory history, NameScope names, DeltaTables tables)
    {
        var entries = DeltaTables.Guard(() => tables.Log(history.Path).History(history.Limit));
        var rows = entries.Select(entry => (IReadOnlyList<object?>)[.. history.Columns.Select(column => Value(entry, column))]).ToList();
        return LocalRows.Inline(history.Columns, names, rows);
    }

    private static object? Value(HistoryEntry entry, AttributeReference column) => column.Name switch
    {
        "version" => entry.Version,
        "timestamp" => new Timestamp(entry.Timestamp.UtcDateTime),
        "operation" => entry.Operation,
        "operationParameters" => entry.OperationParameters,
        "operationMetrics" => entry.OperationMetrics,
        "readVersion" => entry.ReadVersion,
        "isBlindAppend" => entry.IsBlindAppend,
        "engineInfo" => entry.EngineInfo,
        "userMetadata" => entry.UserMetadata,
        _ => null,
    };
}
