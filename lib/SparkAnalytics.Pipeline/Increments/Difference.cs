using System.Collections.Immutable;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>
/// The rows by which the new rows of a scope differ from the stored ones: what is to be written, and what a restatement log tells.
/// </summary>
/// <param name="Rows">
/// <c>change</c> (<see cref="Inserted"/>, <see cref="Updated"/>, <see cref="Deleted"/>), the table's columns as they are to be (of a deleted row only the key), and all of them with
/// the prefix <see cref="Stored"/> as they stand.
/// </param>
/// <param name="Counts">How many rows there are of each change; absent for none.</param>
/// <param name="Bounds">The bounds of the table's instant among stored rows that change; null where none does, or where the table has no instant.</param>
internal sealed record Difference(DataFrame Rows, ImmutableDictionary<string, long> Counts, (Timestamp Low, Timestamp High)? Bounds)
{
    public const string Inserted = "insert";

    public const string Updated = "update";

    public const string Deleted = "delete";

    public const string Stored = "stored_";

    /// <summary>Compares rows by the table's key.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows that the scope is to have.</param>
    /// <param name="stored">The rows that it has.</param>
    /// <param name="kept">Keeps the difference.</param>
    /// <param name="compared">The columns that can differ where the key is the same; null for all.</param>
    public static Difference Of(TableDefinition table, DataFrame rows, DataFrame stored, KeptRows kept, IReadOnlyList<string>? compared = null)
    {
        var columns = table.Columns.Select(column => column.Name).ToList();
        var isSame = table.Key.Select(name => Col($"new.{name}") == Col($"old.{name}")).Aggregate((left, right) => left & right);
        var differs = (compared ?? [.. columns.Except(table.Key)])
            .Select(name => !Col($"new.{name}").EqNullSafe(Col($"old.{name}"))).Aggregate((left, right) => left | right);
        var change = When(Col($"old.{table.Key[0]}").IsNull(), Inserted).When(Col($"new.{table.Key[0]}").IsNull(), Deleted).When(differs, Updated);

        var all = rows.As("new").Join(stored.As("old"), isSame, "full_outer")
            .Select(
            [
                change.As("change"),
                .. columns.Select(name => (table.Key.Contains(name) ? Coalesce(Col($"new.{name}"), Col($"old.{name}")) : Col($"new.{name}")).As(name)),
                .. columns.Select(name => Col($"old.{name}").As(Stored + name)),
            ]);
        var changes = all.Filter(Col("change").IsNotNull());
        return OfChanges(table, kept.Keep(table.FileOrder.Count > 0 ? changes.OrderBy([.. table.FileOrder.Select(Col)]) : changes));
    }

    /// <summary>Rows that no stored row can have the key of.</summary>
    public static Difference OfNewRows(TableDefinition table, DataFrame rows)
    {
        var types = rows.Schema().Fields.ToDictionary(field => field.Name, field => field.DataType.SimpleString, StringComparer.Ordinal);
        return OfChanges(table, rows.Select(
        [
            Lit(Inserted).As("change"),
            .. table.Columns.Select(column => Col(column.Name)),
            .. table.Columns.Select(column => Lit(null).Cast(types[column.Name]).As(Stored + column.Name)),
        ]));
    }

    /// <summary>A difference whose rows are known.</summary>
    public static Difference OfChanges(TableDefinition table, DataFrame changes)
    {
        var instant = table.TimeColumn is { } time ? Col(Stored + time) : Lit(null).Cast("timestamp");
        var found = changes.GroupBy("change").Agg(Count(Lit(1)).As("rows"), Min(instant).As("low"), Max(instant).As("high")).Collect().ToList();
        var bounded = found.Where(row => row.Get("low") is not null).Select(row => (Low: row.GetAs<Timestamp>("low"), High: row.GetAs<Timestamp>("high"))).ToList();
        return new Difference(
            changes,
            found.ToImmutableDictionary(row => row.GetAs<string>("change"), row => row.GetAs<long>("rows")),
            bounded.Count == 0 ? null : (bounded.MinBy(bound => bound.Low.UnixMicroseconds).Low, bounded.MaxBy(bound => bound.High.UnixMicroseconds).High));
    }

    /// <summary>How many rows there are of a change.</summary>
    public long CountOf(string change) => Counts.GetValueOrDefault(change);

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Counts.IsEmpty;

    /// <summary>The rows of some changes, as they stand in the table: columns with their own names.</summary>
    public DataFrame StoredRows(params string[] columns) =>
        Rows.Filter(Col("change") != Inserted).Select([.. columns.Select(name => Col(Stored + name).As(name))]);

    /// <summary>The rows as they are to be.</summary>
    public DataFrame NewRows(params string[] columns) =>
        Rows.Filter(Col("change") != Deleted).Select([.. columns.Select(name => Col(name))]);
}
