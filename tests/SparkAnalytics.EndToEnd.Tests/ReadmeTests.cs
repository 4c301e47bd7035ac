using System.Text.RegularExpressions;

namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>What the README shows is true.</summary>
public sealed partial class ReadmeTests(SampleLakehouse shared) : IClassFixture<SampleLakehouse>
{
    [Fact]
    public void Queries_OfTheReadme_RunAndAskEachTable()
    {
        var queries = Sql().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"))).Select(match => match.Groups["sql"].Value).ToList();

        Assert.All(SampleLakehouse.Tables, table => Assert.Contains(queries, sql => sql.Contains($"FROM {table}", StringComparison.Ordinal)));
        Assert.All(queries, sql => Assert.NotEqual(0, SampleLakehouse.Query(shared.Path, sql).GetArrayLength()));
    }

    [GeneratedRegex("```sql\n(?<sql>.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Sql();
}
