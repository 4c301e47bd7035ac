using System.Globalization;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Delta;

/// <summary>
/// Delta tables, at their newest version or by <c>versionAsOf</c> and <c>timestampAsOf</c>; with <c>appendedSince</c>, only what was appended after that version.
/// </summary>
internal sealed class DeltaSource(DeltaTables tables) : ISource
{
    /// <summary>The option that asks for what was appended after a version alone.</summary>
    public const string AppendedSince = "appendedSince";

    public IReadOnlyCollection<string> Options { get; } = ["versionAsOf", "timestampAsOf", "appendedSince"];

    public StructType Schema(Read read, Workspace workspace) => DeltaTables.Guard(() => DeltaTypes.ToSchema(Snapshot(read).Metadata.Schema));

    public string Select(Read read, NameScope names, Workspace workspace, IReadOnlyList<Expression> conditions) => DeltaTables.Guard(() =>
    {
        var snapshot = Snapshot(read);
        var log = tables.Log(read.Paths[0]);
        var given = Version(read, AppendedSince) is { } since ? log.AppendedFiles(since, snapshot) : snapshot.Files;
        var files = DeltaPruning.Files(given, snapshot, read, conditions);
        return DeltaFiles.Select(snapshot, log, files, read, names, workspace);
    });

    private static long? Version(Read read, string option) => ReadOptions.Value(read.Options, option, ReadOptions.Whole, "a version of the table");

    private static DateTimeOffset? Instant(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <summary>The version that is read.</summary>
    public Snapshot Snapshot(Read read)
    {
        var log = tables.Log(read.Paths.Length == 1 ? read.Paths[0] : throw new AnalysisException("A Delta table is read from one path."));
        return (Version(read, "versionAsOf"), ReadOptions.Value(read.Options, "timestampAsOf", Instant, "an instant, such as 2026-01-31T12:00:00Z")) switch
        {
            (null, null) => log.Latest(),
            ({ } version, null) => log.At(version),
            (null, { } instant) => log.AsOf(instant),
            _ => throw new AnalysisException("versionAsOf and timestampAsOf cannot stand together."),
        };
    }
}
