using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace SparkAnalytics.Delta.Tests;

/// <summary>A table in a folder of its own, which is gone after the test.</summary>
internal sealed class TableFolder : IDisposable
{
    public static readonly DeltaSchema Schema = new(
    [
        new DeltaField("id", new DeltaPrimitiveType("long")),
        new DeltaField("name", new DeltaPrimitiveType("string")),
    ]);

    public TableFolder(IFileStore? store = null, ICheckpointFiles? checkpointFiles = null)
    {
        Path = Directory.CreateTempSubdirectory("delta-").FullName;
        Store = store ?? new LocalFileStore();
        Log = DeltaLog.ForTable(Store, checkpointFiles ?? new JsonCheckpointFiles(), Clock, Path);
    }

    public string Path { get; }

    public IFileStore Store { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public DeltaLog Log { get; }

    public string LogFile(string name) => System.IO.Path.Combine(Path, "_delta_log", name);

    public string CommitPath(long version) => LogFile($"{version:D20}.json");

    public CommitResult Create() => Log.BeginCreate(new TableMetadata(Schema)).Commit();

    /// <summary>Makes a data file, whose content does not matter here.</summary>
    public AddFile NewFile(string? name = null, int bytes = 10, FileStatistics? statistics = null)
    {
        var path = name is null ? Log.NewDataFilePath() : Path + "/" + name;
        _ = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new byte[bytes]);
        return Log.DescribeDataFile(path, statistics ?? new FileStatisticsBuilder(1).Build());
    }

    public CommitResult Append(params AddFile[] files) => Log.Begin(Log.Latest()).ReadsNothing().Add(files).Commit();

    /// <summary>Writes a commit as another engine would.</summary>
    public void WriteCommit(long version, params string[] actions)
    {
        _ = Directory.CreateDirectory(LogFile(string.Empty));
        File.WriteAllText(CommitPath(version), string.Join('\n', actions) + "\n", new UTF8Encoding(false));
    }

    public JsonElement Action(long version, string name) => File.ReadLines(CommitPath(version))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Single(action => action.TryGetProperty(name, out _))
        .GetProperty(name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
