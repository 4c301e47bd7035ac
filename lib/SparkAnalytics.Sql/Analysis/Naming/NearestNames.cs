namespace SparkAnalytics.Sql.Analysis;

/// <summary>Orders names by how little they differ from a name that was not found, for error messages.</summary>
public static class NearestNames
{
    /// <summary>The candidates, nearest first; equally near ones keep their order.</summary>
    /// <param name="wanted">What was written.</param>
    /// <param name="candidates">What there is.</param>
    /// <returns>Each candidate once.</returns>
    public static IEnumerable<string> Order(string wanted, IEnumerable<string> candidates) =>
        candidates.Distinct(StringComparer.Ordinal).OrderBy(candidate => Distance(wanted.ToLowerInvariant(), candidate.ToLowerInvariant()));

    /// <summary>The candidates as a list for a message, nearest first, at most <paramref name="most"/> of them.</summary>
    /// <param name="wanted">What was written.</param>
    /// <param name="candidates">What there is.</param>
    /// <param name="most">How many to name.</param>
    /// <returns>The list.</returns>
    public static string List(string wanted, IEnumerable<string> candidates, int most = 20)
    {
        var ordered = Order(wanted, candidates).ToList();
        return ordered.Count == 0
            ? "there are none"
            : string.Join(", ", ordered.Take(most)) + (ordered.Count > most ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" and {ordered.Count - most} more") : "");
    }

    /// <summary>The candidate that was probably meant: one that differs by few letters or holds the whole name; null where none is close.</summary>
    /// <param name="wanted">What was written.</param>
    /// <param name="candidates">What there is.</param>
    /// <returns>The nearest close candidate, the first of equals, or null.</returns>
    public static string? Close(string wanted, IEnumerable<string> candidates) =>
        Order(wanted, candidates).FirstOrDefault(candidate => IsClose(wanted.ToLowerInvariant(), candidate.ToLowerInvariant()));

    private static bool IsClose(string wanted, string candidate) =>
        Distance(wanted, candidate) <= Math.Max(1, Math.Max(wanted.Length, candidate.Length) / 3)
        || (wanted.Length >= 4 && candidate.Contains(wanted, StringComparison.Ordinal));

    /// <summary>How many letters are to be put in, left out, replaced or swapped with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        var costs = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                costs[row, column] = row == 0 || column == 0
                    ? row + column
                    : Math.Min(costs[row - 1, column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1), Math.Min(costs[row - 1, column], costs[row, column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    costs[row, column] = Math.Min(costs[row, column], costs[row - 2, column - 2] + 1);
                }
            }
        }

        return costs[left.Length, right.Length];
    }
}
