using System.Globalization;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>The names in a header line.</summary>
internal static class CsvHeader
{
    /// <summary>The names, in order; empty and repeated ones get their position, so that each is there once.</summary>
    public static IReadOnlyList<string> Names(string header, char delimiter, char quote)
    {
        var names = new List<string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in Split(header, delimiter, quote))
        {
            var position = names.Count.ToString(CultureInfo.InvariantCulture);
            var name = field.Length == 0 ? $"_c{position}" : field;
            names.Add(taken.Add(name) ? name : $"{name}{position}");
        }

        return names;
    }

    private static IEnumerable<string> Split(string header, char delimiter, char quote)
    {
        var start = 0;
        while (true)
        {
            var isQuoted = start < header.Length && header[start] == quote;
            var end = isQuoted ? ClosingQuote(header, start, quote) + 1 : start;
            var next = header.IndexOf(delimiter, Math.Min(end, header.Length));
            var field = header[start..(next < 0 ? header.Length : next)];
            yield return isQuoted && field.Length > 1 ? field[1..^1].Replace($"{quote}{quote}", quote.ToString(), StringComparison.Ordinal) : field;
            if (next < 0)
            {
                yield break;
            }

            start = next + 1;
        }
    }

    private static int ClosingQuote(string header, int start, char quote)
    {
        for (var index = start + 1; index < header.Length; index++)
        {
            if (header[index] == quote && (index + 1 == header.Length || header[index + 1] != quote))
            {
                return index;
            }

            index += header[index] == quote ? 1 : 0;
        }

        return header.Length - 1;
    }
}
