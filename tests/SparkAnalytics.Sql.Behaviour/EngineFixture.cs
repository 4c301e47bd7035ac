namespace SparkAnalytics.Sql.Behaviour;

/// <summary>One engine and session for the tests of a class. A test project of an engine derives its own, and one class for each family of behaviour.</summary>
public abstract class EngineFixture : IDisposable
{
    /// <summary>When Spark was measured; the clock of an engine that lets one set it stands there.</summary>
    public static DateTimeOffset MeasuredAt { get; } = new(2026, 11, 23, 19, 0, 0, TimeSpan.Zero);

    public abstract SparkSession Spark { get; }

    /// <summary>
    /// What the engine does otherwise or not at all, each with its reason: a measured expression by its text, a test as <c>Family.Method</c>. A gap that has closed makes a test fail.
    /// </summary>
    public abstract IReadOnlyDictionary<string, string> Gaps { get; }

    /// <summary>A new, empty folder that the engine can read and write.</summary>
    public abstract EngineFolder NewFolder();

    /// <summary>Lets time pass on the engine's clock. An engine on the machine's clock throws; the tests that need it are its gaps.</summary>
    public abstract void Advance(TimeSpan time);

    public abstract void Dispose();
}
