using SparkAnalytics.SparkServer;
using SparkAnalytics.Sql.Connect.Wire;

namespace SparkAnalytics.Sql.Connect.Tests.Wire;

/// <summary>What a session sets on the server before anything else.</summary>
public sealed class SessionSettingsTests
{
    private const string Split = "spark.sql.files.minPartitionNum";

    [Theory]
    [InlineData(false, "8")]
    [InlineData(true, null)]
    public void Default_OfASetting_GivesWayToTheServersOwn(bool isSetThere, string? expected)
    {
        using var server = new ScriptedServer();
        if (isSetThere)
        {
            server.Spark.Settings.Add(Split, "64");
            server.Spark.Settings.Add("spark.sql.ansi.enabled", "false");
        }

        using var session = server.Session();
        Assert.Equal("Spark 4.0.4", session.Version());

        var set = server.Spark.Configured.Single(operation => operation.Set is not null).Set.Pairs.ToDictionary(pair => pair.Key, pair => pair.Value);
        Assert.Equal((expected, "true"), (set.GetValueOrDefault(Split), set["spark.sql.ansi.enabled"]));
    }

    [Theory]
    [InlineData(Split, "2")]
    [InlineData("spark.sql.codegen.hugeMethodLimit", "8000")]
    public void SettingOfARealServer_IsItsOwnOrOurDefault(string key, string expected)
    {
        Assert.SkipWhen(LocalSparkServer.Home is null, LocalSparkServer.SkipReason);
        using var connection = new SparkConnection(new ConnectEngineOptions { Remote = RemoteAddress.Parse(SharedSparkServer.Remote) });

        Assert.Equal(expected, connection.Settings.Get(key));
    }
}
