using System.Text.Json.Serialization;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Status;

/// <summary>Who stands in the lock of a lakehouse.</summary>
/// <param name="State">Whether the next command waits for it.</param>
/// <param name="Command">What it was taken for.</param>
/// <param name="Host">The machine.</param>
/// <param name="ProcessId">The process there.</param>
/// <param name="Since">When it was taken.</param>
/// <param name="Until">When it is free at the latest, unless renewed.</param>
public sealed record LockStatus(LockState State, string Command, string Host, int ProcessId, DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>A holder as the next command that wants the lock takes it.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="now">The present.</param>
    /// <returns>The status.</returns>
    internal static LockStatus Of(LockHolder holder, DateTimeOffset now)
    {
        var state = holder.IsDeadHere() ? LockState.Dead : holder.ExpiresAt <= now ? LockState.Expired : LockState.Held;
        return new(state, holder.Command, holder.Host, holder.ProcessId, holder.AcquiredAt, holder.ExpiresAt);
    }

    /// <summary>Whether a run without an end is the holder's: it begins once its process has the lock.</summary>
    /// <param name="started">The run's first row.</param>
    /// <returns>True where it is at work.</returns>
    internal bool IsOf(RunRecord started) => State == LockState.Held && started.At >= Since;
}

/// <summary>Whether a lock that has a holder keeps others out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LockState>))]
public enum LockState
{
    /// <summary>It does.</summary>
    [JsonStringEnumMemberName("held")]
    Held,

    /// <summary>The holder was a process of this machine and has ended: the next command takes the lock at once.</summary>
    [JsonStringEnumMemberName("dead")]
    Dead,

    /// <summary>The holder has not renewed it in time: the next command takes it at once.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,
}
