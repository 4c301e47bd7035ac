using System.Collections.Frozen;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Embedded.Rewrites;

namespace SparkAnalytics.Sql.Embedded;

/// <summary>How an <see cref="EmbeddedEngine"/> uses the machine.</summary>
public sealed record EmbeddedEngineOptions
{
    /// <summary>The most memory for data, in DuckDB's notation (<c>2GB</c>, <c>512MiB</c>, <c>60%</c>), or null for DuckDB's default of 80 % of the machine; what does not fit goes to <see cref="TempDirectory"/>.</summary>
    public string? MemoryLimit { get; init; }

    /// <summary>The number of threads, at least 1, or null for one for each core.</summary>
    public int? Threads { get; init; }

    /// <summary>The folder for spilled data and intermediate files, or null for a folder of its own under the system's. Made if absent; what the engine puts there is deleted when it is disposed.</summary>
    public string? TempDirectory { get; init; }

    /// <summary>The clock behind <c>current_timestamp()</c>, the commits' times and the age of files.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The storage that Delta logs are read from and committed to, and files are deleted in; data files themselves are written and read by DuckDB.</summary>
    public IFileStore FileStore { get; init; } = new LocalFileStore();

    /// <summary>Called with the share done (0 to 1) of the running statement, at most a few times a second and on another thread; null for no reports.</summary>
    public Action<double>? Progress { get; init; }

    /// <summary>
    /// The folders that DuckDB may open files in, besides <see cref="TempDirectory"/>; null for all. With folders, <see cref="SparkSession.Sql"/> also refuses queries that name files or functions
    /// that read them, so that queries of people reach the session's views and nothing else.
    /// </summary>
    public IReadOnlyList<string>? OnlyBelow { get; init; }

    /// <summary>What a message about a refused query adds for whoever may lift <see cref="OnlyBelow"/>, such as an option's name; null for nothing.</summary>
    public string? OnlyBelowAdvice { get; init; }

    /// <summary>The names of the rewrites for speed, for <see cref="WithoutRewrites"/>.</summary>
    public static IReadOnlyList<string> RewriteNames => SpeedRewrites.Names;

    /// <summary>Whether the rewrites for speed apply. They never change the rows that come out; false leaves out all of <see cref="RewriteNames"/>, for comparing.</summary>
    public bool UseRewrites { get; init; } = true;

    /// <summary>
    /// The rewrites for speed that do not apply though others do, for comparing: <c>first lines</c>, <c>unread contents</c>, <c>JSON paths</c>, <c>shared expressions</c>,
    /// <c>late columns</c>, <c>narrow windows</c> (of plans), <c>streamed duplicates</c>, <c>added columns</c> and <c>left-out rows</c> (of writing); none by default.
    /// </summary>
    /// <exception cref="ArgumentException">A name is none of <see cref="RewriteNames"/>.</exception>
    public IReadOnlySet<string> WithoutRewrites
    {
        get;
        init => field = value.FirstOrDefault(name => !RewriteNames.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? throw new ArgumentException($"There is no rewrite '{unknown}'; there are: {NearestNames.List(unknown, RewriteNames)}.", nameof(value))
            : value.ToFrozenSet(StringComparer.Ordinal);
    } = FrozenSet<string>.Empty;

    /// <summary>Whether a rewrite for speed applies: the only place that says so.</summary>
    internal bool Applies(string rewrite) => UseRewrites && !WithoutRewrites.Contains(rewrite);
}
