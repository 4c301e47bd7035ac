using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.TextTypes;

/// <summary>
/// Limits of text in SQL, as Delta on Spark holds them: what is written may not have more characters, trailing spaces counted, and stays as it is; what is read is filled up with spaces where it
/// is of type char (<c>spark.sql.readSideCharPadding</c>).
/// </summary>
internal static class TextLimitSql
{
    /// <summary>A column as it is read.</summary>
    public static string Padded(DeltaField field, string sql) => TextLimits.Of(field) is { } limits ? Padded(limits, field.Type, sql, 0) : sql;

    /// <summary>Whether a value of a column is too long, never NULL.</summary>
    public static string IsTooLong(TextLimits limits, DeltaType type, string sql) => IsTooLong(limits, type, sql, 0);

    private static bool HasPadding(TextLimits? limits) => limits is not null && (limits.IsPadded || limits.Parts.Any(HasPadding));

    private static string Padded(TextLimits? limits, DeltaType type, string sql, int depth)
    {
        if (limits is null || !HasPadding(limits))
        {
            return sql;
        }

        var item = Item(depth);
        return type switch
        {
            DeltaArrayType array => $"list_transform({sql}, lambda {item}: {Padded(limits.Parts[0], array.ElementType, item, depth + 1)})",
            DeltaMapType map => $"map(list_transform(map_keys({sql}), lambda {item}: {Padded(limits.Parts[0], map.KeyType, item, depth + 1)}), list_transform(map_values({sql}), lambda {item}: {Padded(limits.Parts[1], map.ValueType, item, depth + 1)}))",
            DeltaStructType structure => $"(CASE WHEN {sql} IS NOT NULL THEN struct_pack({string.Join(", ", structure.Fields.Select((field, index) => (field, index)).Where(member => !member.field.IsVoid).Select(member => $"{SqlText.Name(member.field.Name)} := {Padded(limits.Parts[member.index], member.field.Type, Member(sql, member.field), depth)}"))}) END)",
            _ => $"rpad({sql}, greatest(length({sql}), {SqlText.Number(limits.Length!.Value)})::INTEGER, ' ')",
        };
    }

    private static string IsTooLong(TextLimits? limits, DeltaType type, string sql, int depth)
    {
        if (limits is null)
        {
            return "FALSE";
        }

        var item = Item(depth);
        string Any(string items, int part, DeltaType partType) => $"coalesce(len(list_filter({items}, lambda {item}: {IsTooLong(limits.Parts[part], partType, item, depth + 1)})) > 0, FALSE)";
        return type switch
        {
            DeltaArrayType array => Any(sql, 0, array.ElementType),
            DeltaMapType map => $"({Any($"map_keys({sql})", 0, map.KeyType)} OR {Any($"map_values({sql})", 1, map.ValueType)})",
            DeltaStructType structure => $"({string.Join(" OR ", structure.Fields.Select((field, index) => IsTooLong(limits.Parts[index], field.Type, Member(sql, field), depth)))})",
            _ => $"coalesce(length({sql}) > {SqlText.Number(limits.Length!.Value)}, FALSE)",
        };
    }

    private static string Member(string sql, DeltaField field) => $"struct_extract({sql}, {SqlText.Text(field.Name)})";

    private static string Item(int depth) => $"text_{SqlText.Number(depth)}";
}
