using Microsoft.Extensions.Time.Testing;
using SparkAnalytics.Sql.Behaviour;

namespace SparkAnalytics.Sql.Embedded.Tests.Support;

/// <summary>The embedded engine; its clock stands at the day on which Spark was measured.</summary>
public sealed class EmbeddedFixture : EngineFixture
{
    public EmbeddedFixture()
    {
        Engine = new EmbeddedEngine(new EmbeddedEngineOptions { TimeProvider = Clock });
        Spark = SparkSession.Create(Engine);
    }

    public FakeTimeProvider Clock { get; } = new(MeasuredAt);

    public EmbeddedEngine Engine { get; }

    public override SparkSession Spark { get; }

    public override IReadOnlyDictionary<string, string> Gaps => EmbeddedGaps.Reasons;

    public override EngineFolder NewFolder() => new TemporaryFolder();

    public override void Advance(TimeSpan time) => Clock.Advance(time);

    public override void Dispose() => Spark.Dispose();
}
