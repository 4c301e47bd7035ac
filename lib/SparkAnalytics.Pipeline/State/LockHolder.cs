using System.Diagnostics;

namespace SparkAnalytics.Pipeline.State;

/// <summary>Who holds a lakehouse's lock.</summary>
/// <param name="Token">Unique for each holder.</param>
/// <param name="Host">The machine.</param>
/// <param name="ProcessId">The process there.</param>
/// <param name="ProcessStartedAt">When that process began, so that a reused number is not taken for it.</param>
/// <param name="Command">What it does.</param>
/// <param name="AcquiredAt">When it took the lock.</param>
/// <param name="ExpiresAt">When the lock is free for others, unless renewed.</param>
internal sealed record LockHolder(
    string Token, string Host, int ProcessId, DateTimeOffset ProcessStartedAt, string Command, DateTimeOffset AcquiredAt, DateTimeOffset ExpiresAt)
{
    public static LockHolder ThisProcess(string command, DateTimeOffset now, TimeSpan lease)
    {
        using var process = Process.GetCurrentProcess();
        return new(Guid.NewGuid().ToString("N"), Environment.MachineName, process.Id, StartOf(process), command, now, now + lease);
    }

    /// <summary>Whether the holder is a process of this machine that has ended.</summary>
    public bool IsDeadHere()
    {
        if (Host != Environment.MachineName)
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return (StartOf(process) - ProcessStartedAt).Duration() > TimeSpan.FromSeconds(2);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    private static DateTimeOffset StartOf(Process process) => process.StartTime.ToUniversalTime();
}
