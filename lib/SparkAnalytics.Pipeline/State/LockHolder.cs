using System.Collections.Concurrent;
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
    private static readonly ConcurrentDictionary<string, string> s_heldHere = new(StringComparer.Ordinal);

    /// <summary>A holder in this process, which lives until <see cref="End"/>.</summary>
    public static LockHolder ThisProcess(string command, DateTimeOffset now, TimeSpan lease)
    {
        using var process = Process.GetCurrentProcess();
        var token = Guid.NewGuid().ToString("N");
        s_heldHere[token] = command;
        return new(token, Environment.MachineName, process.Id, StartOf(process), command, now, now + lease);
    }

    /// <summary>Ends a holder of this process, so that the next run here can take its lock even where the storage failed before it was given back.</summary>
    public void End() => s_heldHere.TryRemove(Token, out _);

    /// <summary>Whether the holder is a process of this machine that has ended, or an ended run of this process.</summary>
    public bool IsDeadHere()
    {
        if (Host != Environment.MachineName)
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(ProcessId);
            var isOther = (StartOf(process) - ProcessStartedAt).Duration() > TimeSpan.FromSeconds(2);
            return isOther || (ProcessId == Environment.ProcessId && !s_heldHere.ContainsKey(Token));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    private static DateTimeOffset StartOf(Process process) => process.StartTime.ToUniversalTime();
}
