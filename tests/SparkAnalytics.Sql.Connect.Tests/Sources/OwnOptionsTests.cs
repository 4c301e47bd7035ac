using SparkAnalytics.Sql.Connect.Tests.Wire;

namespace SparkAnalytics.Sql.Connect.Tests.Sources;

/// <summary>Reader options of the embedded engine that Spark would pass over in silence.</summary>
public sealed class OwnOptionsTests
{
    [Fact]
    public void Load_WhenAppendedSince_IsRefusedByName()
    {
        using var server = new ScriptedServer();
        using var session = server.Session();

        Assert.Equal(
            "The option appendedSince is read by the embedded engine only. Read the whole table on Spark.",
            Assert.Throws<AnalysisException>(() => session.Read().Format("delta").Option("AppendedSince", 3L).Load("/lake/orders")).Message);
    }
}
