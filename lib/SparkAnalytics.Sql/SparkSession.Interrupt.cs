namespace SparkAnalytics.Sql;

/// <content>Stopping what runs.</content>
public sealed partial class SparkSession
{
    /// <summary>Stops everything that runs in this session, from any thread; the running calls fail with <see cref="OperationCanceledException"/>. A session with nothing running is left alone.</summary>
    public void InterruptAll() => Engine.Interrupt();
}
