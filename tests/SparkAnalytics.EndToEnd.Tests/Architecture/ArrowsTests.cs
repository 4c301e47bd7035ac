using System.Reflection;
using NetArchTest.Rules;

namespace SparkAnalytics.EndToEnd.Tests.Architecture;

/// <summary>The arrows of the design: each library may know only those named here, and nothing but the program knows an engine.</summary>
public sealed class ArrowsTests
{
    private static readonly Dictionary<string, string[]> _mayKnow = new()
    {
        ["SparkAnalytics.Sql"] = [],
        ["SparkAnalytics.Delta"] = [],
        ["SparkAnalytics.SampleData"] = [],
        ["SparkAnalytics.Models"] = ["SparkAnalytics.Sql"],
        ["SparkAnalytics.Pipeline"] = ["SparkAnalytics.Models", "SparkAnalytics.Sql"],
        ["SparkAnalytics.Sql.Embedded"] = ["SparkAnalytics.Sql", "SparkAnalytics.Delta"],
        ["SparkAnalytics.Sql.Connect"] = ["SparkAnalytics.Sql"],
        ["SparkAnalytics.Sql.DataAnalysis"] = ["SparkAnalytics.Sql"],
    };

    public static TheoryData<string, string> Forbidden =>
        [.. from library in _mayKnow.Keys from other in _mayKnow.Keys where library != other && !_mayKnow[library].Contains(other) select (library, other)];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Library_WhenNoArrowLeadsToAnother_DoesNotDependOnIt(string library, string other)
    {
        // By the full names of types: as a beginning, SparkAnalytics.Sql would also stand for SparkAnalytics.Sql.Embedded.
        var forbidden = Types.InAssembly(Assembly.Load(other)).GetTypes().Select(type => type.FullName!).Where(name => name.StartsWith("SparkAnalytics.", StringComparison.Ordinal)).ToArray();
        var result = Types.InAssembly(Assembly.Load(library)).ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
        Assert.True(result.IsSuccessful, $"{library} knows {other}: {string.Join(", ", result.FailingTypeNames ?? [])}");
        Assert.DoesNotContain(Assembly.Load(library).GetReferencedAssemblies(), reference => reference.Name == other);
    }

    [Theory]
    [InlineData("SparkAnalytics.Sql", "DuckDB", "System.IO.File", "System.IO.Directory", "System.Net", "System.Diagnostics.Process")]
    [InlineData("SparkAnalytics.Models", "DuckDB", "System.IO", "System.Net", "System.Diagnostics.Process", "YamlDotNet")]
    [InlineData("SparkAnalytics.Pipeline", "DuckDB", "System.Net", "Spectre.Console", "System.CommandLine", "System.Console")]
    [InlineData("SparkAnalytics.Delta", "DuckDB", "Apache.Arrow", "System.Net", "System.Console")]
    public void Library_WhenAPortStandsBetween_DoesNotUseWhatIsBehindIt(string library, params string[] forbidden)
    {
        var result = Types.InAssembly(Assembly.Load(library)).ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
        Assert.True(result.IsSuccessful, $"{library} uses one of {string.Join(", ", forbidden)}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Delta_OutsideItsFileStore_TouchesNoFile()
    {
        var result = Types.InAssembly(Assembly.Load("SparkAnalytics.Delta"))
            .That().DoNotHaveName("LocalFileStore")
            .ShouldNot().HaveDependencyOnAny("System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.FileStream")
            .GetResult();
        Assert.True(result.IsSuccessful, $"these touch files: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Engines_AreKnownToTheFactoryOfTheProgramOnly()
    {
        var result = Types.InAssembly(Assembly.Load("spark-analytics"))
            .That().DoNotHaveName("EngineFactory")
            .ShouldNot().HaveDependencyOnAny("SparkAnalytics.Sql.Embedded", "SparkAnalytics.Sql.Connect")
            .GetResult();
        Assert.True(result.IsSuccessful, $"these know an engine: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }
}
