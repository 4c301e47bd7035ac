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
    private const string AppendedSince = "appendedSince";

    public StructType Schema(Read read, Workspace workspace) => DeltaTables.Guard(() => DeltaTypes.ToSchema(Snapshot(read).Metadata.Schema));

    public string Select(Read read, NameScope names, Workspace workspace, IReadOnlyList<Expression> conditions) => DeltaTables.Guard(() =>
    {
        var snapshot = Snapshot(read);
        var log = tables.Log(read.Paths[0]);
        var given = read.Option(AppendedSince) is { } since ? log.AppendedFiles(Version(since), snapshot) : snapshot.Files;
        var files = DeltaPruning.Files(given, snapshot, read, conditions);
        return DeltaFiles.Select(snapshot, log, files, read, names, workspace);
    });

    private static long Version(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var version)
        ? version
        : throw new AnalysisException($"The option {AppendedSince} must be a version of the table, not '{text}'.");

    private Snapshot Snapshot(Read read)
    {
        var log = tables.Log(read.Paths.Length == 1 ? read.Paths[0] : throw new AnalysisException("A Delta table is read from one path."));
        return (read.Option("versionAsOf"), read.Option("timestampAsOf")) switch
        {
            (null, null) => log.Latest(),
            ({ } version, null) => log.At(long.Parse(version, CultureInfo.InvariantCulture)),
            (null, { } instant) => log.AsOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
            _ => throw new AnalysisException("versionAsOf and timestampAsOf cannot stand together."),
        };
    }
}
