using System.Globalization;
using System.Text;
using System.Text.Unicode;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>A look at the beginning of text files: a limit right above their lines, so that the rest of them is not read.</summary>
internal static class FirstLines
{
    /// <summary>More lines than a statement should hold are read as all lines are.</summary>
    private const int Most = 100;

    /// <summary>No user can give it by chance.</summary>
    public const string OptionName = "first lines";

    /// <summary>Moves limits into the sources below them.</summary>
    public static Relation Apply(Relation relation) => relation switch
    {
        Limit { Input: Read { Format: "text" } read, Count: <= Most } limit => limit with { Input = read with { Options = read.Options.SetItem(OptionName, limit.Count.ToString(CultureInfo.InvariantCulture)) } },
        _ => relation.MapInputs(Apply),
    };

    /// <summary>How many lines are asked for, or null for all.</summary>
    public static int? Asked(Read read) => read.Options.TryGetValue(OptionName, out var count) ? int.Parse(count, CultureInfo.InvariantCulture) : null;

    /// <summary>A SELECT as for all lines, which holds them itself; null where there are none.</summary>
    public static string? Select(IReadOnlyList<string> files, int most, TextRules rules)
    {
        var rows = new List<string>();
        foreach (var path in files.TakeWhile(_ => rows.Count < most))
        {
            var scanner = rules.NewScanner();
            TextFile.Read(path, stream => scanner.Scan(stream, rules.Fields, (line, _) =>
            {
                if (rows.Count < most)
                {
                    rows.Add($"({SqlText.Text(Encoding.UTF8.GetString(line))}, {(Utf8.IsValid(line) ? "TRUE" : "FALSE")}, CAST(NULL AS VARCHAR), {SqlText.Text(path)})");
                }

                scanner.IsDone = rows.Count >= most;
            }));
        }

        return rows.Count == 0 ? null : $"SELECT * FROM (VALUES {string.Join(", ", rows)}) AS lines(value, readable, md5, file)";
    }
}
