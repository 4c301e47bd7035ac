namespace SparkAnalytics.Jobs.Output;

/// <summary>How somebody starts this program again, for commands to paste.</summary>
internal static class ProgramStart
{
    private const string Project = "SparkAnalytics.Jobs";

    /// <summary>The beginning of a command line, up to the name of the command.</summary>
    /// <param name="programFolder">The folder of the program's files.</param>
    /// <param name="process">The running executable: the program's own, or <c>dotnet</c>.</param>
    /// <param name="currentFolder">Where the user is.</param>
    public static string Of(string programFolder, string? process, string currentFolder)
    {
        var output = new DirectoryInfo(Path.TrimEndingDirectorySeparator(programFolder));

        // Built in the sources: project/bin/configuration/framework.
        if (output.Parent is { Parent.Parent: { } project } configuration && File.Exists(Path.Combine(project.FullName, Project + ".csproj")))
        {
            return $"dotnet run --project {Quoted(Path.GetRelativePath(currentFolder, project.FullName))}{(configuration.Name == "Release" ? " -c Release" : "")} --";
        }

        return Path.GetFileNameWithoutExtension(process) == "dotnet"
            ? $"dotnet {Quoted(Path.Combine(programFolder, "spark-analytics.dll"))}"
            : Quoted(process ?? "spark-analytics");
    }

    /// <summary>A word that a shell takes as one.</summary>
    public static string Quoted(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || "/\\._-:".Contains(letter, StringComparison.Ordinal)) && text.Length > 0
        ? text
        : $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
