using System.Data.SqlTypes;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Delta;

/// <summary>Leaves out files whose statistics or partition values exclude what is asked for.</summary>
internal static class DeltaPruning
{
    /// <param name="files">The files, which need not be the snapshot's own.</param>
    /// <param name="snapshot">The version by whose schema they are read.</param>
    /// <param name="read">The relation.</param>
    /// <param name="conditions">What rows must meet.</param>
    public static IReadOnlyList<AddFile> Files(IReadOnlyList<AddFile> files, Snapshot snapshot, Read read, IReadOnlyList<Expression> conditions)
    {
        var kept = files;
        foreach (var (path, low, high) in conditions.SelectMany(condition => Bounds(condition, read)))
        {
            kept = snapshot.FilesMatching(kept, path, low, high);
        }

        return kept;
    }

    private static IEnumerable<(IReadOnlyList<string> Path, object? Low, object? High)> Bounds(Expression condition, Read read) => condition switch
    {
        FunctionCall { Name: "between", Arguments: [var column, Literal low, Literal high] } => Bound(column, Value(low), Value(high), read),
        FunctionCall { Name: "==", Arguments: [var column, Literal value] } => Bound(column, Value(value), Value(value), read),
        FunctionCall { Name: "==", Arguments: [Literal value, var column] } => Bound(column, Value(value), Value(value), read),
        FunctionCall { Name: ">" or ">=", Arguments: [var column, Literal value] } => Bound(column, Value(value), null, read),
        FunctionCall { Name: "<" or "<=", Arguments: [var column, Literal value] } => Bound(column, null, Value(value), read),
        FunctionCall { Name: ">" or ">=", Arguments: [Literal value, var column] } => Bound(column, null, Value(value), read),
        FunctionCall { Name: "<" or "<=", Arguments: [Literal value, var column] } => Bound(column, Value(value), null, read),
        _ => [],
    };

    private static IEnumerable<(IReadOnlyList<string> Path, object? Low, object? High)> Bound(Expression column, object? low, object? high, Read read) =>
        (low is not null || high is not null) && Path(column, read) is { } path ? [(path, low, high)] : [];

    /// <summary>A column of the table, or a member of one; null for anything else.</summary>
    private static IReadOnlyList<string>? Path(Expression column, Read read) => column switch
    {
        AttributeReference own when read.Columns.Any(known => known.Id == own.Id) => [own.Name],
        FunctionCall { Name: "getitem", Arguments: [{ Type: StructType } whole, Literal { Value: string member }] } when Path(whole, read) is { } path => [.. path, member],
        _ => null,
    };

    private static object? Value(Literal literal) => literal.Value switch
    {
        Date date => DateOnly.FromDateTime(date.ToDateTime()),
        Timestamp moment => literal.DataType is TimestampNtzType ? DateTime.SpecifyKind(moment.ToDateTime(), DateTimeKind.Unspecified) : new DateTimeOffset(moment.ToDateTime()),
        sbyte or short or int or long or decimal or SqlDecimal => literal.Value,
        _ => null,
    };
}
