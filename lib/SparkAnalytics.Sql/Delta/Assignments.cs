using System.Collections.Immutable;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Delta;

/// <summary>New values of a table's columns, brought to the columns' types.</summary>
internal static class Assignments
{
    /// <summary>The values given, in the table's order.</summary>
    public static ImmutableArray<KeyValuePair<string, Expression>> Of(ImmutableArray<AttributeReference> target, IReadOnlyDictionary<string, Column> set, ExpressionResolver values)
    {
        var given = new Dictionary<long, Expression>();
        foreach (var (name, value) in set)
        {
            var column = ColumnLookup.Find(target, ColumnLookup.Parts(name)) as AttributeReference
                ?? throw new AnalysisException($"'{name}' is a member inside a column; assign the whole column.");
            if (!given.TryAdd(column.Id, Stored(column, ExpressionResolver.WithoutAlias(values.Resolve(value.Expression)))))
            {
                throw new AnalysisException($"The column '{column.Name}' is assigned twice.");
            }
        }

        return [.. target.Where(column => given.ContainsKey(column.Id)).Select(column => KeyValuePair.Create(column.Name, given[column.Id]))];
    }

    /// <summary>Values of all columns: those given, else what <paramref name="otherwise"/> says.</summary>
    public static ImmutableArray<KeyValuePair<string, Expression>> Complete(
        ImmutableArray<AttributeReference> target, ImmutableArray<KeyValuePair<string, Expression>> given, Func<AttributeReference, Expression> otherwise)
    {
        var byName = given.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        return [.. target.Select(column => KeyValuePair.Create(column.Name, byName.TryGetValue(column.Name, out var value) ? value : otherwise(column)))];
    }

    /// <summary>Each column from the source's column of that name.</summary>
    public static ImmutableArray<KeyValuePair<string, Expression>> ByName(ImmutableArray<AttributeReference> target, ImmutableArray<AttributeReference> source) =>
        [.. target.Select(column => KeyValuePair.Create(column.Name, Stored(column, ColumnLookup.Find(source, [column.Name]))))];

    /// <summary>A value as a column stores it; Spark's store assignment refuses what may lose its meaning.</summary>
    private static Expression Stored(AttributeReference column, Expression value)
    {
        var isAllowed = value.Type is Types.StringType ? column.DataType is Types.StringType : Coercion.IsImplicit(value.Type, column.DataType);
        return isAllowed
            ? Coercion.To(value, column.DataType)
            : throw new AnalysisException($"'{ExpressionName.Of(value)}' is {value.Type.SimpleString} and cannot be stored in the column '{column.Name}', which is {column.DataType.SimpleString}. Cast it.");
    }
}
