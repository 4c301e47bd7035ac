using Microsoft.Extensions.Time.Testing;

namespace SparkAnalytics.Sql.Embedded.Tests.Support;

/// <summary>One engine and session for the tests of a class; its clock stands at the day on which Spark was measured.</summary>
public sealed class EngineFixture : IDisposable
{
    public EngineFixture()
    {
        Engine = new EmbeddedEngine(new EmbeddedEngineOptions { TimeProvider = Clock });
        Spark = SparkSession.Create(Engine);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 19, 0, 0, TimeSpan.Zero));

    public EmbeddedEngine Engine { get; }

    public SparkSession Spark { get; }

    public void Dispose() => Spark.Dispose();
}
