namespace SparkAnalytics.Sql.Connect;

/// <summary>How a <see cref="ConnectEngine"/> reaches its server.</summary>
public sealed record ConnectEngineOptions
{
    /// <summary>Where the server is and how it is spoken to.</summary>
    public required RemoteAddress Remote { get; init; }

    /// <summary>What the server's log calls this program.</summary>
    public string ClientName { get; init; } = "SparkAnalytics";

    /// <summary>How long it may take to open a connection before the engine gives up.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a server may take for its first answers on an open connection; one that is busy or has just started is slow.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is repeated after the connection was lost.</summary>
    public int MaxRetries { get; init; } = 15;

    /// <summary>The wait before the first repetition; each further one is four times as long, up to <see cref="LongestDelay"/>.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest wait between two repetitions.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the server may take to end an operation that was interrupted, before it is left to itself.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Settings of the session on the server, such as <c>spark.sql.shuffle.partitions</c>; the zone is always UTC and ANSI mode on.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();

    /// <summary>Told what the server has done of the running operation; it is called on the thread that waits for rows.</summary>
    public Action<ServerProgress>? OnProgress { get; init; }

    /// <summary>Lets a person's query read the session's views only, no tables and files by their names.</summary>
    public bool OnlyViews { get; init; }

    /// <summary>What the refusal of such a query advises, or null.</summary>
    public string? OnlyViewsAdvice { get; init; }

    /// <summary>The clock that waits are measured by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
