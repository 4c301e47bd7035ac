namespace SparkAnalytics.EndToEnd.Tests.Support;

/// <summary>The sources that the tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests do not run beside the sources."),
        _ when File.Exists(Path.Combine(folder.FullName, "SparkAnalytics.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
