namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate with the least Levenshtein distance, the first of equals; null if there is none.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What there is.</param>
    /// <returns>The candidate, or null.</returns>
    public static string? Of(string name, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant()));

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var replaced = previous[j] + (left[i] == right[j] ? 0 : 1);
                current[j + 1] = Math.Min(replaced, 1 + Math.Min(previous[j + 1], current[j]));
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
