using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>The raw rows of a load, each with the reason against it.</summary>
/// <param name="Files">Where they come from.</param>
/// <param name="Raw">The rows as read.</param>
/// <param name="Events">The rows as <see cref="RawEvents.Check"/> gives them.</param>
internal sealed record CheckedInput(FoundFiles Files, RawInput Raw, DataFrame Events) : IDisposable
{
    /// <summary>Finds the files and plans their reading. Text is read and taken apart once, at the first use of its rows, and these are kept on disk.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="settings">How to read and check.</param>
    /// <param name="inputs">Files, folders, globs or Delta tables.</param>
    /// <param name="format">Their format, or null where names tell it.</param>
    /// <param name="lakehouse">The folder that no input may hold or lie in, or null.</param>
    /// <param name="clock">The run's clock.</param>
    /// <exception cref="PipelineException">An input is not there, is none of events, or is not apart from the lakehouse.</exception>
    public static CheckedInput Of(SparkSession spark, EffectiveSettings settings, ImmutableArray<string> inputs, InputFormat? format, string? lakehouse, DateTimeOffset clock)
    {
        var files = new InputListing(spark, lakehouse).List(inputs, format);
        var raw = new InputReader(spark, settings.Analytics.Input).Read(files.Files);
        if (files.Files.Any(file => file.Format is InputFormat.Csv or InputFormat.JsonLines))
        {
            raw.Rows.Persist(StorageLevel.DISK_ONLY);
        }

        return new CheckedInput(files, raw, RawEvents.Check(raw.Rows, settings.Analytics, settings.Channels, Lit(new Timestamp(clock.UtcDateTime))));
    }

    /// <summary>Releases what is kept.</summary>
    public void Dispose() => Raw.Rows.Unpersist();
}
