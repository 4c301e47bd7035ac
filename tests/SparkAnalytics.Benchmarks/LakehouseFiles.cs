using System.Globalization;
using System.Text.Json;

namespace SparkAnalytics.Benchmarks;

/// <summary>What an increment did to the files of a lakehouse, by its Delta logs and its report.</summary>
internal static class LakehouseFiles
{
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Prints for each table: seconds, rows changed, rows written and rows of new files over rows changed, files added and removed.</summary>
    /// <param name="before">The lakehouse before the run.</param>
    /// <param name="after">The lakehouse after it.</param>
    /// <param name="report">The run's report.</param>
    public static void PrintChanges(string before, string after, string report)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(report));
        Figures.Print("table", "seconds", "inserted", "updated", "deleted", "written", "ratio", "files +", "files -");
        foreach (var table in document.RootElement.GetProperty("tables").EnumerateArray())
        {
            var name = table.GetProperty("name").GetString()!;
            long Of(string property) => table.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : 0;
            var (rows, added, removed) = Written(Path.Combine(before, name), Path.Combine(after, name));
            var changed = Of("inserted") + Of("updated") + Of("deleted");
            Figures.Print(
                name.PadRight(22)[..22], table.GetProperty("seconds").GetDouble(), Of("inserted"), Of("updated"), Of("deleted"), rows,
                changed == 0 ? "" : ((double)rows / changed).ToString("0.00", CultureInfo.InvariantCulture), added, removed);
        }
    }

    /// <summary>Files that came and went, and the rows of those that came. A file that only got marks of deleted rows did neither.</summary>
    private static (long Rows, long Added, long Removed) Written(string before, string after)
    {
        var old = Directory.GetFiles(Path.Combine(before, "_delta_log"), "*.json").Select(Path.GetFileName).ToHashSet();
        var (added, removed) = (new Dictionary<string, long>(), new HashSet<string>());
        foreach (var line in Directory.GetFiles(Path.Combine(after, "_delta_log"), "*.json").Where(file => !old.Contains(Path.GetFileName(file))).SelectMany(File.ReadLines))
        {
            using var action = JsonDocument.Parse(line);
            if (action.RootElement.TryGetProperty("add", out var add))
            {
                using var statistics = JsonDocument.Parse(add.GetProperty("stats").GetString()!);
                added[add.GetProperty("path").GetString()!] = statistics.RootElement.GetProperty("numRecords").GetInt64();
            }
            else if (action.RootElement.TryGetProperty("remove", out var remove))
            {
                removed.Add(remove.GetProperty("path").GetString()!);
            }
        }

        return (added.Where(file => !removed.Contains(file.Key)).Sum(file => file.Value), added.Keys.Except(removed).Count(), removed.Except(added.Keys).Count());
    }
}
