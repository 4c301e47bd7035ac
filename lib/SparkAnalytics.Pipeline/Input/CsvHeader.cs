using System.Collections.Immutable;
using System.Text;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>The first record of a CSV file: its delimiter and its columns.</summary>
/// <param name="Delimiter">The sign between fields.</param>
/// <param name="Found">The columns by what they are.</param>
internal sealed record CsvHeader(char Delimiter, FoundColumns Found)
{
    private const int MostLines = 100;

    private static readonly ImmutableArray<char> s_delimiters = [',', ';', '\t', '|'];

    /// <summary>Reads the header.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="path">The file.</param>
    /// <param name="settings">The delimiter, where it is set.</param>
    /// <param name="names">What the columns may be called.</param>
    /// <returns>The header, or null of a file without a record.</returns>
    public static CsvHeader? Of(SparkSession spark, string path, InputSettings settings, ColumnNames names)
    {
        var lines = spark.Read().Option("maxLineSize", settings.MaxLineSize).Text(path).Limit(MostLines).Collect()
            .Select(row => row.GetAs<string?>(0) ?? string.Empty)
            .SkipWhile(line => line.Length == 0).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var text = string.Join('\n', lines);
        var delimiters = settings.CsvDelimiter is { } given ? [given] : s_delimiters;
        return delimiters
            .Select(delimiter => new CsvHeader(delimiter, names.Find(Fields(text, delimiter))))
            .OrderByDescending(header => header.Found.Positions.Count)
            .ThenByDescending(header => header.Found.Positions.IsEmpty ? header.Found.Columns.Length : 0)
            .First();
    }

    /// <summary>The fields of the first record, by RFC 4180; what breaks its rules is left to who reads the file.</summary>
    private static List<string> Fields(string text, char delimiter)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (isQuoted, isInside) = (false, false);
        for (var position = 0; position < text.Length; position++)
        {
            var sign = text[position];
            if (isInside)
            {
                var isDoubled = sign == '"' && position + 1 < text.Length && text[position + 1] == '"';
                isInside = sign != '"' || isDoubled;
                field.Append(isInside ? sign : null);
                position += isDoubled ? 1 : 0;
            }
            else if (sign == '"' && field.Length == 0 && !isQuoted)
            {
                (isQuoted, isInside) = (true, true);
            }
            else if (sign == '\n')
            {
                break;
            }
            else if (sign == delimiter)
            {
                fields.Add(field.ToString());
                field.Clear();
                isQuoted = false;
            }
            else
            {
                field.Append(sign);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
