using System.Collections.Immutable;
using SparkAnalytics.Sql.Connect.Protocol;
using SparkAnalytics.Sql.Connect.Tests.Wire;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Connect.Tests.Writing;

/// <summary>What a server is sent to restore a table.</summary>
public sealed class RestoreTests
{
    [Fact]
    public void Execute_OfARestore_SendsItsStatementUnderTheOptions()
    {
        using var server = new ScriptedServer();
        server.Spark.Responses = [new ExecutePlanResponse { ResultComplete = new() }];
        using var session = server.Session();

        session.Engine.Execute(new RestoreCommand("/lake/orders", 12, ImmutableDictionary<string, string>.Empty.Add("userMetadata", "undo")));

        Assert.Equal("RESTORE TABLE delta.`/lake/orders` TO VERSION AS OF 12", Assert.Single(server.Spark.Executed).Plan.Command.SqlCommand.Input.Sql.Query);
        Assert.Contains(server.Spark.Configured, setting => setting.Set?.Pairs.Any(pair => pair is { Key: "spark.databricks.delta.commitInfo.userMetadata", Value: "undo" }) == true);
    }
}
