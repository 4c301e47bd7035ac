
namespace SparkAnalytics.EndToEnd.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Settings_PrintsEachValueWithItsOrigin()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Of("my.yaml"), "# ours\nclick_ids: true\n");
        var result = StartedProgram.RunIn(folder.Path, "settings", "--settings", "my.yaml", "--set", "session_timeout=45m").Succeeded();
        Assert.Equal(["attribution_window", "7d", "default"], Cells(result, "attribution_window"));
        Assert.Equal(["click_ids", "true", "my.yaml:2"], Cells(result, "click_ids"));
        Assert.Equal(["session_timeout", "45m", "--set"], Cells(result, "session_timeout"));
    }

    [Theory]
    [InlineData("error: --set sesion_timeout: unknown setting 'sesion_timeout'; did you mean 'session_timeout'?", "--set", "sesion_timeout=45m")]
    [InlineData("error: --set session_timeout: 'session_timeout' must be a duration such as 90s, 30m, 1h30m or 7d, not 'soon'", "--set", "session_timeout=soon")]
    public void Settings_WhenOneIsWrong_SaysWhichAndFailsAsBadUsage(string message, params string[] arguments) =>
        Assert.Equal(message, StartedProgram.Run(["settings", .. arguments]).FailedWith(2));

    [Fact]
    public void Settings_WhenTheFileIsNotThere_NamesIt()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("none.yaml", StartedProgram.Run("settings", "--settings", folder.Of("none.yaml")).FailedWith(2), StringComparison.Ordinal);
    }

    private static string[] Cells(CommandResult result, string setting) =>
        result.OutputLines.Single(line => line.TrimStart().StartsWith(setting + " ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
