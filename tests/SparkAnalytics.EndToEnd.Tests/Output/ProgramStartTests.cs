using SparkAnalytics.Jobs.Output;

namespace SparkAnalytics.EndToEnd.Tests.Output;

public sealed class ProgramStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Release", "dotnet run --project jobs/SparkAnalytics.Jobs -c Release --")]
    [InlineData("Debug", "dotnet run --project jobs/SparkAnalytics.Jobs --")]
    public void Of_WhenBuiltInTheSources_IsDotnetRun(string configuration, string start)
    {
        var project = _folder.Of("jobs/SparkAnalytics.Jobs");
        var output = Directory.CreateDirectory(Path.Combine(project, "bin", configuration, "net10.0")).FullName;
        File.WriteAllText(Path.Combine(project, "SparkAnalytics.Jobs.csproj"), "");
        Assert.Equal(start, ProgramStart.Of(output + "/", Path.Combine(output, "spark-analytics"), _folder.Path).Replace('\\', '/'));
    }

    [Fact]
    public void Of_WhenStartedAsALibrary_NamesTheFile() =>
        Assert.Equal("dotnet \"/opt/my tools/spark-analytics.dll\"", ProgramStart.Of("/opt/my tools", "/usr/bin/dotnet", _folder.Path).Replace('\\', '/'));

    [Fact]
    public void Of_WhenStartedAsAProgram_IsTheProgram() =>
        Assert.Equal("/opt/tools/spark-analytics", ProgramStart.Of("/opt/tools", "/opt/tools/spark-analytics", _folder.Path));

    public void Dispose() => _folder.Dispose();
}
