using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Sessions;

/// <summary>Files that a statement reads of a Delta table.</summary>
/// <param name="Root">The table's folder.</param>
/// <param name="Version">The version that names them.</param>
/// <param name="Paths">Their paths.</param>
internal sealed record TableFiles(string Root, long Version, IReadOnlyList<string> Paths);

/// <summary>A session and what a statement needs only while it runs: tables and files that go when it ends.</summary>
internal sealed class Workspace(DuckSession session, string folder) : IDisposable
{
    private const long MostOfLittle = 1 << 18;

    private readonly List<string> _tables = [];
    private readonly List<string> _files = [];

    public DuckSession Session => session;

    /// <summary>Whether what the statement reads hardly fits into one file of a size; false where there is no such size.</summary>
    public bool IsMuch(long? targetBytes) => BytesRead * 2 > targetBytes;

    /// <summary>Whether what the statement reads can only be few rows; false where it reads no file, as rows may come from elsewhere then.</summary>
    public bool IsLittle => BytesRead is > 0 and <= MostOfLittle;

    private long BytesRead => ParquetFiles.Concat(TextFiles).Distinct(StringComparer.Ordinal).Select(path => new FileInfo(path)).Where(file => file.Exists).Sum(file => file.Length);

    /// <summary>The folder for files that live as long as the engine.</summary>
    public string Folder => folder;

    /// <summary>The Parquet files that the statement reads.</summary>
    public List<string> ParquetFiles { get; } = [];

    /// <summary>The text files that the statement reads.</summary>
    public List<string> TextFiles { get; } = [];

    /// <summary>The versions of Delta tables that the statement reads, with the files that they need.</summary>
    public List<TableFiles> Tables { get; } = [];

    /// <summary>Whether a statement compiled here uses tables or files that go at the end.</summary>
    public bool IsUsed => _tables.Count > 0 || _files.Count > 0;

    /// <summary>A quoted name for a table that is dropped at the end.</summary>
    public string Table(string purpose) => SqlText.EngineTable(TableName(purpose));

    /// <summary>The bare name of a table in the engine's schema that is dropped at the end.</summary>
    public string TableName(string purpose)
    {
        var name = $"{purpose}_{Guid.NewGuid():N}";
        _tables.Add(name);
        return name;
    }

    /// <summary>A path for a file that is deleted at the end.</summary>
    public string File(string extension)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}{extension}");
        _files.Add(path);
        return path;
    }

    public void Dispose()
    {
        try
        {
            _tables.ForEach(table => session.Execute($"DROP TABLE IF EXISTS {SqlText.EngineTable(table)}"));
        }
        catch (OperationCanceledException)
        {
            // An interrupted session runs nothing any more; its tables go with the engine.
        }

        session.Dispose();
        _files.ForEach(System.IO.File.Delete);
    }
}
