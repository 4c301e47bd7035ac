namespace SparkAnalytics.Sql;

/// <content>The session in use.</content>
public sealed partial class SparkSession
{
    private static readonly AsyncLocal<SparkSession?> s_active = new();
    private static SparkSession? s_default;

    /// <summary>Makes a session the active one of this flow of control, and the default where there is none.</summary>
    /// <param name="session">The session.</param>
    public static void SetActiveSession(SparkSession session)
    {
        s_active.Value = session;
        Interlocked.CompareExchange(ref s_default, session, null);
    }

    /// <summary>Leaves this flow of control without an active session.</summary>
    public static void ClearActiveSession() => s_active.Value = null;

    /// <summary>The active session of this flow of control.</summary>
    /// <returns>The session, or null.</returns>
    public static SparkSession? GetActiveSession() => s_active.Value;

    /// <summary>Makes a session the default of the process.</summary>
    /// <param name="session">The session.</param>
    public static void SetDefaultSession(SparkSession session) => Volatile.Write(ref s_default, session);

    /// <summary>Leaves the process without a default session.</summary>
    public static void ClearDefaultSession() => Volatile.Write(ref s_default, null);

    /// <summary>The default session of the process.</summary>
    /// <returns>The session, or null.</returns>
    public static SparkSession? GetDefaultSession() => Volatile.Read(ref s_default);

    /// <summary>The active session, else the default one.</summary>
    /// <returns>The session.</returns>
    /// <exception cref="InvalidOperationException">There is neither.</exception>
    public static SparkSession Active() => GetActiveSession() ?? GetDefaultSession()
        ?? throw new InvalidOperationException("There is no session yet: make one with SparkSession.Builder() or SparkSession.Create(engine).");

    private static void Forget(SparkSession session)
    {
        if (ReferenceEquals(s_active.Value, session))
        {
            s_active.Value = null;
        }

        Interlocked.CompareExchange(ref s_default, null, session);
    }
}
