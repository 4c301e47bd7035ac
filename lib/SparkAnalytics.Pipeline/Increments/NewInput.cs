using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>What a run loads: the files that the lakehouse does not hold, and the rows of the quarantine whose time has come.</summary>
/// <param name="Files">The files.</param>
/// <param name="LoadedBefore">How many files of the inputs were loaded before.</param>
/// <param name="TooYoung">How many were changed so lately that they wait.</param>
/// <param name="Raw">Their rows as read.</param>
/// <param name="Lost">What interrupted runs were to load and is no longer there, each in a sentence.</param>
/// <param name="Checked">Their rows and those of the quarantine as <see cref="RawEvents.Check"/> gives them, with <see cref="IsHeld"/>.</param>
internal sealed record NewInput(FoundFiles Files, int LoadedBefore, int TooYoung, RawInput Raw, ImmutableArray<string> Lost, DataFrame Checked)
{
    /// <summary>The column that tells rows of the quarantine from rows of the files.</summary>
    public const string IsHeld = "is_held";

    private const string InFuture = "timestamp_in_future";

    /// <summary>Finds what there is to load.</summary>
    /// <param name="environment">What the run works with.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="clock">The run's clock.</param>
    /// <param name="start">The lakehouse: what interrupted runs were to load is loaded too.</param>
    /// <param name="stored">The tables before.</param>
    /// <returns>The input, or null where nothing is new.</returns>
    public static NewInput? Find(RunEnvironment environment, RunRequest request, DateTimeOffset clock, RunStart start, StoredTables stored)
    {
        var (found, lost) = List(environment, request, start);
        var unknown = new LoadedBefore(environment.Spark, new LoadedFiles(environment.Spark, environment.Paths).Read(start.History)).Without(found.Files);
        var youngest = environment.Time.GetUtcNow() - (request.MinAge ?? TimeSpan.Zero);
        var old = request.MinAge is null ? unknown : [.. unknown.Where(file => file.File.ModifiedAt.ToDateTime() <= youngest.UtcDateTime)];

        var settings = environment.Settings;
        var instant = Lit(new Timestamp(clock.UtcDateTime));
        DataFrame Checked(DataFrame rows, bool isHeld) =>
            RawEvents.Check(rows, settings.Analytics, settings.Channels, instant).WithColumn(IsHeld, Lit(isHeld));

        if (old.IsEmpty && RawEvents.NoLongerInFuture(Held(stored), settings.Analytics, instant).IsEmpty())
        {
            return null;
        }

        var held = Checked(Held(stored), isHeld: true).Filter(!Col("reason").EqNullSafe(InFuture));
        var raw = new InputReader(environment.Spark, settings.Analytics.Input).Read(old);
        return new NewInput(
            found with { Files = old }, found.Files.Length - unknown.Length, unknown.Length - old.Length, raw, lost, Checked(raw.Rows, isHeld: false).Union(held));
    }

    private static (FoundFiles Found, ImmutableArray<string> Lost) List(RunEnvironment environment, RunRequest request, RunStart start)
    {
        var listing = new InputListing(environment.Spark, environment.Paths.Root);
        var found = listing.List(request.Inputs, request.InputFormat);
        var lost = ImmutableArray.CreateBuilder<string>();
        foreach (var (run, input) in start.Interrupted.SelectMany(run => run.Inputs.Except(request.Inputs.Select(InputListing.FullPath)).Select(input => (run, input))))
        {
            try
            {
                var more = listing.List([input], request.InputFormat);
                found = new FoundFiles([.. found.Files.Concat(more.Files).DistinctBy(file => file.File.Path)], [.. found.PassedOver.Union(more.PassedOver)]);
            }
            catch (PipelineException exception) when (exception.ExitCode == ExitCode.BadInput)
            {
                lost.Add(FormattableString.Invariant($"Run {run.RunId} was interrupted while it loaded {input}, which cannot be read any more: {exception.Message}"));
            }
        }

        return (found, lost.ToImmutable());
    }

    /// <summary>The rows that were set aside because they were in the future, as raw rows.</summary>
    private static DataFrame Held(StoredTables stored) =>
        stored[QuarantinedEvents.Table].Filter(Col("reason") == InFuture).Select(
        [
            .. RawEvents.Columns.Select(Col),
            Col(RawEvents.RawText),
            Lit(null).Cast("string").As(RawEvents.RawMd5),
            Col(RawEvents.SourceFile),
        ]);
}
