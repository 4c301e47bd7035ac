using System.Globalization;
using DuckDB.NET.Data;
using SparkAnalytics.Sql.Embedded.Native;
using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Sessions;

/// <summary>One DuckDB instance in memory that spills to a folder of its own, and the sessions on it.</summary>
internal sealed class DuckDatabase : IDisposable
{
    private readonly DuckDBConnection _root;
    private readonly NamedMacros _macros;
    private readonly HashSet<DuckSession> _running = [];
    private readonly Lock _lock = new();
    private readonly EmbeddedEngineOptions _options;
    private readonly TemporaryFolder _folder;

    public DuckDatabase(EmbeddedEngineOptions options)
    {
        _options = options;
        _folder = new TemporaryFolder(options.TempDirectory ?? Path.GetTempPath());
        _root = new DuckDBConnection("DataSource=:memory:");
        _root.Open();
        _macros = new NamedMacros(_root);
        using var session = new DuckSession(_root, _macros, isOwned: false, CancellationToken.None);
        foreach (var (name, value) in Settings())
        {
            session.Execute($"SET GLOBAL {name} = {value}");
        }

        session.Execute($"CREATE SCHEMA {SqlText.EngineSchema}");
        NativeFunctions.Register(_root, options.TimeProvider);
    }

    /// <summary>A folder that lives as long as this instance.</summary>
    public string TempFolder => _folder.Path;

    public static string LibraryVersion => DuckDB.NET.Native.NativeMethods.Startup.DuckDBLibraryVersion().TrimStart('v');

    /// <summary>A connection of its own; dispose it when its results are read.</summary>
    public DuckSession Open()
    {
        var connection = _root.Duplicate();
        connection.Open();
        var session = new DuckSession(connection, _macros, isOwned: true, CancellationToken.None) { Progress = _options.Progress };
        session.Closed = Forget;
        lock (_lock)
        {
            _running.Add(session);
        }

        return session;
    }

    public void Interrupt()
    {
        lock (_lock)
        {
            foreach (var session in _running)
            {
                session.Interrupt();
            }
        }
    }

    public void Dispose()
    {
        Interrupt();
        _root.Dispose();
        _folder.Dispose();
    }

    private void Forget(DuckSession session)
    {
        lock (_lock)
        {
            _running.Remove(session);
        }
    }

    private IEnumerable<(string Name, string Value)> Settings()
    {
        yield return ("TimeZone", "'UTC'");
        yield return ("autoinstall_known_extensions", "false");
        yield return ("autoload_known_extensions", "false");
        yield return ("preserve_insertion_order", "true");

        // The rows that are kept are written once and dropped: folding them together in between, as a database on disk would be, only takes time.
        yield return ("checkpoint_threshold", "'1TB'");
        yield return ("temp_directory", SqlText.Text(Path.Combine(TempFolder, "spill")));
        yield return ("threads", (_options.Threads ?? Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture));
        if (_options.MemoryLimit is { } limit)
        {
            yield return ("memory_limit", SqlText.Text(limit));
        }

        if (_options.OnlyBelow is { } folders)
        {
            yield return ("allowed_directories", SqlText.TextList(folders.Append(TempFolder)));
            yield return ("enable_external_access", "false");
        }
    }
}
