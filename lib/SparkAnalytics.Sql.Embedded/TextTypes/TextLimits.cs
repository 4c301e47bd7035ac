using System.Globalization;
using System.Text.RegularExpressions;
using SparkAnalytics.Delta;

namespace SparkAnalytics.Sql.Embedded.TextTypes;

/// <summary>
/// Where the texts of a column are of type <c>char(n)</c> or <c>varchar(n)</c>. Delta stores them as strings; the type itself stands in the field's metadata, in Spark's words, for a column with
/// parts as a whole.
/// </summary>
/// <param name="Length">Of a text, how many characters it may have; else null.</param>
/// <param name="IsPadded">Whether it is of type char, so that readers fill it up with spaces.</param>
/// <param name="Parts">The limits of the element, of key and value, or of the members in their order; null for a part without.</param>
internal sealed partial record TextLimits(int? Length, bool IsPadded, IReadOnlyList<TextLimits?> Parts)
{
    /// <summary>The limits of a column, or null where it has none.</summary>
    /// <exception cref="FormatException">The type in the metadata is not that of the column.</exception>
    public static TextLimits? Of(DeltaField field)
    {
        if (field.LimitedType is not { } text)
        {
            return null;
        }

        var rest = text;
        var limits = Read(field.Type, ref rest);
        return rest.Length == 0 ? limits : throw new FormatException($"The column '{field.Name}' has the type '{text}' in its metadata, which is not understood.");
    }

    private static TextLimits? Read(DeltaType type, ref string rest)
    {
        switch (type)
        {
            case DeltaArrayType array:
                Skip("array<", ref rest);
                return Group([Read(array.ElementType, ref rest)], ">", ref rest);
            case DeltaMapType map:
                Skip("map<", ref rest);
                var key = Read(map.KeyType, ref rest);
                Skip(",", ref rest);
                return Group([key, Read(map.ValueType, ref rest)], ">", ref rest);
            case DeltaStructType structure:
                Skip("struct<", ref rest);
                var members = structure.Fields.Select((field, index) => (field, index)).ToList();
                var parts = new List<TextLimits?>();
                foreach (var (field, index) in members)
                {
                    Skip(index == 0 ? string.Empty : ",", ref rest);
                    SkipName(field.Name, ref rest);
                    parts.Add(Read(field.Type, ref rest));
                }

                return Group(parts, ">", ref rest);
            default:
                return Simple(ref rest);
        }
    }

    private static TextLimits? Group(IReadOnlyList<TextLimits?> parts, string end, ref string rest)
    {
        Skip(end, ref rest);
        return parts.All(part => part is null) ? null : new TextLimits(null, false, parts);
    }

    private static TextLimits? Simple(ref string rest)
    {
        var match = SimpleName().Match(rest);
        rest = rest[match.Length..];
        return match.Groups["length"].Success
            ? new TextLimits(int.Parse(match.Groups["length"].Value, CultureInfo.InvariantCulture), match.Groups["kind"].Value == "char", [])
            : null;
    }

    private static void Skip(string expected, ref string rest) => rest = rest.StartsWith(expected, StringComparison.Ordinal)
        ? rest[expected.Length..]
        : throw new FormatException($"A column's type in its metadata ends in '{rest}' instead of '{expected}'.");

    /// <summary>A member that was renamed keeps its old name there.</summary>
    private static void SkipName(string name, ref string rest)
    {
        var isKnown = rest.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase);
        rest = rest[(isKnown ? name.Length + 1 : rest.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    [GeneratedRegex(@"^(?:(?<kind>char|varchar)\((?<length>\d+)\)|[a-z_]+(?:\(\d+(?:,-?\d+)?\))?)")]
    private static partial Regex SimpleName();
}
