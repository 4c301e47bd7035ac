using System.Collections;
using System.Globalization;

namespace SparkAnalytics.Sql.Behaviour;

/// <summary>Rows as texts that tell values apart: null from text, and each value of a struct, list or map.</summary>
public static class RowTexts
{
    /// <summary>The rows of a frame in order of their texts.</summary>
    public static IReadOnlyList<string> Of(DataFrame frame) => Of(frame.Collect().Select(row => row.Values));

    /// <summary>Rows in order of their texts.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<IReadOnlyList<object?>> rows) => [.. rows.Select(row => string.Join(" | ", row.Select(Text))).Order(StringComparer.Ordinal)];

    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        byte[] bytes => $"x{Convert.ToHexString(bytes)}",
        Row row => $"{{{string.Join(", ", row.Schema.Fields.Zip(row.Values, (field, member) => $"{field.Name}: {Text(member)}"))}}}",
        IDictionary map => $"[{string.Join(", ", map.Keys.Cast<object>().Select(key => $"{Text(key)} -> {Text(map[key])}").Order(StringComparer.Ordinal))}]",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
