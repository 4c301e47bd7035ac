namespace SparkAnalytics.Pipeline.Tests.Support;

/// <summary>The folder <c>../shared</c> beside the project, which only some machines have.</summary>
internal static class SharedFolder
{
    /// <summary>The folder, or null where it or a part of it is absent.</summary>
    /// <param name="part">A folder in it.</param>
    public static string? Find(string part)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SparkAnalytics.sln")))
        {
            folder = folder.Parent;
        }

        var shared = folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
        return shared is not null && Directory.Exists(Path.Combine(shared, part)) ? shared : null;
    }
}
