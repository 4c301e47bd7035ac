using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace SparkAnalytics.Sql.Embedded.Sessions;

/// <summary>One connection: runs statements, hands out readers, and can be interrupted from another thread.</summary>
internal sealed class DuckSession(DuckDBConnection connection, NamedMacros macros, bool isOwned, CancellationToken token) : IDisposable
{
    private volatile bool _isInterrupted;

    /// <summary>Called once when the session ends.</summary>
    public Action<DuckSession>? Closed { get; set; }

    /// <summary>Told the share done of long statements.</summary>
    public Action<double>? Progress { get; init; }

    /// <summary>Stops the running statement and every later one.</summary>
    public void Interrupt()
    {
        _isInterrupted = true;
        NativeMethods.Startup.DuckDBInterrupt(connection.NativeConnection);
    }

    /// <exception cref="OperationCanceledException">The session was interrupted.</exception>
    public void ThrowIfInterrupted()
    {
        token.ThrowIfCancellationRequested();
        if (_isInterrupted)
        {
            throw new OperationCanceledException("The running statement was interrupted.");
        }
    }

    /// <summary>Runs a statement for its effect.</summary>
    public void Execute(string sql)
    {
        ThrowIfInterrupted();
        using var command = Guard(() => Command(sql));
        using var watch = Watch();
        Guard(command.ExecuteNonQuery);
    }

    /// <summary>Runs a query and maps its rows as they come.</summary>
    public IEnumerable<T> Query<T>(string sql, Func<DuckDBDataReader, T> map)
    {
        ThrowIfInterrupted();
        using var command = Guard(() => Command(sql));
        command.UseStreamingMode = true;
        using var watch = Watch();
        using var reader = Guard(command.ExecuteReader);
        while (Guard(reader.Read))
        {
            ThrowIfInterrupted();
            yield return Guard(() => map(reader));
        }
    }

    /// <summary>The first value of the first row, or null.</summary>
    public object? Scalar(string sql) => Query(sql, reader => reader.IsDBNull(0) ? null : reader.GetValue(0)).FirstOrDefault();

    /// <summary>Appends rows to a table; dispose the appender to flush it.</summary>
    public DuckDB.NET.Data.DuckDBAppender Append(string schema, string table) => Guard(() => connection.CreateAppender(schema, table));

    /// <summary>Runs code on DuckDB's objects with its errors translated.</summary>
    public T Guard<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (DuckDBException error)
        {
            throw DuckErrors.Translate(error, _isInterrupted);
        }
        catch (OverflowException error)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, "A value is beyond what this program can hold (a decimal of more than 28 digits); cast it to text or to double.", error);
        }
    }

    public void Dispose()
    {
        Closed?.Invoke(this);
        if (isOwned)
        {
            connection.Dispose();
        }
    }

    private DuckDBCommand Command(string sql)
    {
        macros.Make(sql);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private ITimer? Watch() => Progress is null
        ? null
        : TimeProvider.System.CreateTimer(_ => Report(), null, TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(500));

    private void Report()
    {
        var percentage = connection.GetQueryProgress().Percentage;
        if (percentage >= 0)
        {
            Progress?.Invoke(percentage / 100);
        }
    }
}
