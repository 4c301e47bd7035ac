using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.Status;

namespace SparkAnalytics.Pipeline.Tests.Status;

/// <summary>What the status tells of the settings behind the tables.</summary>
public sealed class SettingsStatusTests
{
    private const string Events = "client_id,timestamp,event_name\nu1,2025-03-01T09:00:00Z,page_view\n";

    [Fact]
    public void Status_OfARunByDefaults_HasNoDifference()
    {
        var settings = After();

        Assert.True(settings.AreDefaults);
        Assert.Equal((SettingsLoader.Load().Hash, 0), (settings.Hash, settings.Differing!.Value.Length));
    }

    [Fact]
    public void Status_OfARunByOtherSettings_NamesThemAndTheirDefaults()
    {
        string[] assignments = ["session_timeout=45m", "click_ids=true"];

        var settings = After(assignments);

        Assert.False(settings.AreDefaults);
        Assert.Equal(SettingsLoader.Load(null, assignments).Hash, settings.Hash);
        Assert.Equal([new SettingDifference("click_ids", "true", "false"), new SettingDifference("session_timeout", "45m", "30m")], settings.Differing!.Value);
    }

    [Fact]
    public void Status_WhereTheSettingsAreNotOnRecord_SaysSo()
    {
        using var test = new TestLakehouse(null, "click_ids=true");
        test.Rebuild(test.File("in.csv", Events));
        Directory.Delete(Path.Combine(test.Path, "_state", "settings"), recursive: true);

        var status = test.Lakehouse.Status();

        Assert.Equal((test.Settings.Hash, false, null), (status.Settings!.Hash, status.Settings.AreDefaults, status.Settings.Differing));
        Assert.DoesNotContain("_state/settings", status.Tables.Select(table => table.Name));
    }

    [Fact]
    public void Of_LinesThatAreGoneNewOrMoved_NamesThoseThatAreNotInBoth()
    {
        var settings = SettingsStatus.Of("own", ["b=2", "devices=new", "devices=x", "fresh=a=b"], "default", ["a=1", "b=2", "devices=x", "devices=old"]);

        Assert.Equal([new SettingDifference("a", null, "1"), new SettingDifference("devices", "new", "old"), new SettingDifference("fresh", "a=b", null)], settings.Differing!.Value);
    }

    [Fact]
    public void Of_TheSameLinesInAnotherOrder_HasNoDifferenceAndIsNotTheDefault()
    {
        var settings = SettingsStatus.Of("own", ["rules.b=2", "rules.a=1"], "default", ["rules.a=1", "rules.b=2"]);

        Assert.Equal((false, 0), (settings.AreDefaults, settings.Differing!.Value.Length));
    }

    private static SettingsStatus After(params string[] assignments)
    {
        using var test = new TestLakehouse(null, assignments);
        test.Rebuild(test.File("in.csv", Events));
        return test.Lakehouse.Status().Settings!;
    }
}
