using CsCheck;
using SparkAnalytics.Sql.Behaviour.Delta.RandomTables;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Spark reads whatever tables the embedded engine leaves behind: the same rows, and the same rows under conditions.</summary>
public sealed class RandomTableTests(BothEngines engines) : IClassFixture<BothEngines>
{
    private const int Few = 100;

    private const int FewChanges = 5;

    /// <summary>Enough to pass a checkpoint, which every fourth table does.</summary>
    private const int ManyChanges = 14;

    [Fact]
    public void Spark_OfAnyTableThatWasChanged_ReadsItsRows()
    {
        BothEngines.RequireSpark();
        Gen.Int.Sample(
            seed =>
            {
                using var shared = engines.NewTable();
                var table = new RandomTable(shared.Embedded, shared.Path, seed);
                table.Change(seed % 4 == 0 ? ManyChanges : FewChanges);
                table.AssertIsReadBy(shared.Spark);
            },
            iter: RandomTable.Count(Few),
            threads: 1);
    }
}
