using System.Globalization;
using System.Text;

namespace SparkAnalytics.Sql.Embedded.Syntax;

/// <summary>Quoting of names and of text.</summary>
internal static class SqlText
{
    /// <summary>The schema of tables that the engine makes for itself.</summary>
    public const string EngineSchema = "spark_engine";

    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text constant on one line. A character U+0000 cannot stand in a statement, so such a text is given by its bytes.</summary>
    public static string Text(string text) =>
        text.Contains('\0', StringComparison.Ordinal) ? $"decode(unhex('{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}'))"
        : text.Contains('\n', StringComparison.Ordinal) ? $"E'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}'"
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string TextList(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    public static string EngineTable(string table) => $"{EngineSchema}.{Name(table)}";

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text that DuckDB takes as a path to one file: its wild cards are put in brackets.</summary>
    public static string Path(string path) => Text(string.Concat(path.Select(sign => sign is '*' or '?' or '[' ? $"[{sign}]" : sign.ToString())));

    /// <summary>A list of files for DuckDB's readers.</summary>
    public static string Paths(IEnumerable<string> files) => $"[{string.Join(", ", files.Select(Path))}]";
}
