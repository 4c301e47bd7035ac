using System.Text.RegularExpressions;

namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>What the project's pages name is there.</summary>
public sealed partial class DocumentationTests
{
    private static readonly List<string> _files =
    [
        .. new[] { "jobs", "lib", "tests", "scripts", "conf", "docs" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, folder), "*", SearchOption.AllDirectories))
            .Select(file => "/" + Path.GetRelativePath(SourceTree.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Pages => ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/tables.md", "lib/SparkAnalytics.Sql/README.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void LinksOfAPage_LeadToFiles(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(SourceTree.Root, page))!;
        var links = Link().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, page))).Select(match => match.Groups["path"].Value).Where(path => !path.StartsWith("http", StringComparison.Ordinal));

        Assert.All(links, path => Assert.True(File.Exists(Path.Combine(folder, path)), path));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void SourceFilesThatAPageNames_AreThere(string page)
    {
        var names = SourceFile().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, page))).Select(match => match.Groups["path"].Value).ToList();

        Assert.All(names, name => Assert.Contains(_files, file => Regex.IsMatch(file, $"[/.]{Regex.Escape(name).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$")));
        Assert.True(names.Count > 20 || page != "docs/architecture.md", "the page names hardly any file: does the pattern still find them?");
    }

    [Fact]
    public void Folders_OfTheProjects_AreAllNamedInTheArchitecture()
    {
        var page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "architecture.md"));
        var folders = new[] { "lib/SparkAnalytics.Sql", "lib/SparkAnalytics.Sql.Embedded", "lib/SparkAnalytics.Delta", "lib/SparkAnalytics.Pipeline", "jobs/SparkAnalytics.Jobs" }
            .SelectMany(project => Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, project)).Select(Path.GetFileName).Where(folder => folder is not ("bin" or "obj")));

        Assert.All(folders, folder => Assert.Contains($"`{folder}`", page, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\((?<path>[^)#]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>[\w./*-]+\.(cs|sh|py|yaml|tsv|sql))`", RegexOptions.CultureInvariant)]
    private static partial Regex SourceFile();
}
