namespace SparkAnalytics.Sql.Analysis;

/// <summary>Orders names by how little they differ from a name that was not found, for error messages.</summary>
internal static class NearestNames
{
    /// <summary>The candidates, nearest first; equally near ones keep their order.</summary>
    public static IEnumerable<string> Order(string wanted, IEnumerable<string> candidates) =>
        candidates.Distinct(StringComparer.Ordinal).OrderBy(candidate => Distance(wanted.ToLowerInvariant(), candidate.ToLowerInvariant()));

    /// <summary>The candidates as a list for a message, nearest first, at most <paramref name="most"/> of them.</summary>
    public static string List(string wanted, IEnumerable<string> candidates, int most = 20)
    {
        var ordered = Order(wanted, candidates).ToList();
        return ordered.Count == 0
            ? "there are none"
            : string.Join(", ", ordered.Take(most)) + (ordered.Count > most ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" and {ordered.Count - most} more") : "");
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
