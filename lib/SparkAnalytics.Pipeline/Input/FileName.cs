namespace SparkAnalytics.Pipeline.Input;

/// <summary>Files as engines name them: by path or by <c>file:</c> URI, with escapes or without.</summary>
internal static class FileName
{
    private const string Scheme = "file:";

    /// <summary>The same text for a file however it is named.</summary>
    /// <param name="name">A path or URI.</param>
    public static string Plain(string name) => name.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        ? "/" + Uri.UnescapeDataString(name[Scheme.Length..]).TrimStart('/')
        : name;
}
