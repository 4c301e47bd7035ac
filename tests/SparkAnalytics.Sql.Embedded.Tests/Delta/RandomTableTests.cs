using CsCheck;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Behaviour.Delta.RandomTables;
using SparkAnalytics.Sql.Embedded.Tests.Support;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

/// <summary>Whatever the columns are and whatever is done to a table, it has the rows that it must have.</summary>
public sealed class RandomTableTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>
{
    private const int Few = 50;

    /// <summary>Enough to pass a checkpoint.</summary>
    private const int Changes = 14;

    [Fact]
    public void Changes_OfAnyTable_LeaveTheRowsThatTheyShould() => Gen.Int.Sample(
        seed =>
        {
            using var folder = new TemporaryFolder();
            var table = new RandomTable(engine.Spark, folder["table"], seed);
            table.Change(Changes, () => table.AssertIsReadBy(engine.Spark));
            table.AssertVersionsAreReadBy(engine.Spark);
        },
        iter: RandomTable.Count(Few),
        threads: 1);
}
