using System.Text;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>A text file that DuckDB can read without guessing: the file itself where all its records are clean, else a copy without the unreadable ones.</summary>
/// <param name="Original">The path that was asked for.</param>
/// <param name="Path">The path to read.</param>
/// <param name="RejectTable">The table of unreadable records (<c>file</c>, <c>position</c> from 1, <c>record</c>), or null where there are none.</param>
/// <param name="Header">The first record's bytes as text.</param>
internal sealed record CheckedFile(string Original, string Path, string? RejectTable, string Header)
{
    /// <summary>Checks a file, once.</summary>
    /// <param name="path">The file; <c>.gz</c> is unpacked.</param>
    /// <param name="scanner">A scanner that has not been used.</param>
    /// <param name="fields">The fields of each record, or 0 for those of the first.</param>
    /// <param name="hasHeader">Whether the first record is a header, which is never rejected.</param>
    /// <param name="isForbidden">Readable records that DuckDB could not read all the same.</param>
    /// <param name="workspace">Where the copy and the rejects go.</param>
    public static CheckedFile Check(string path, Func<CsvScanner> scanner, int fields, bool hasHeader, Func<ReadOnlySpan<byte>, bool> isForbidden, Workspace workspace)
    {
        var (header, bad, count) = (string.Empty, false, 0L);
        var first = scanner();
        Read(path, stream => first.Scan(stream, fields, (record, isReadable) =>
        {
            header = count++ == 0 ? Encoding.UTF8.GetString(record) : header;
            bad |= !isReadable || isForbidden(record);
        }));
        return bad || first.HasMixedLineEnds
            ? Split(path, scanner(), fields, hasHeader, isForbidden, workspace) with { Header = header }
            : new CheckedFile(path, path, null, header);
    }

    private static CheckedFile Split(string path, CsvScanner scanner, int fields, bool hasHeader, Func<ReadOnlySpan<byte>, bool> isForbidden, Workspace workspace)
    {
        var copy = workspace.File(".txt");
        var table = workspace.TableName("rejects");
        workspace.Session.Execute($"CREATE TABLE {SqlText.EngineTable(table)} (file VARCHAR, position BIGINT, readable BOOLEAN, record VARCHAR)");
        workspace.Session.Guard(() =>
        {
            using var target = new BufferedStream(new FileStream(copy, FileMode.CreateNew), 1 << 20);
            using var rejects = workspace.Session.Append(SqlText.EngineSchema, table);
            var position = 0L;
            Read(path, stream => scanner.Scan(stream, fields, (record, isReadable) =>
            {
                position++;
                if ((isReadable && !isForbidden(record)) || (hasHeader && position == 1))
                {
                    target.Write(record);
                    target.WriteByte((byte)'\n');
                }
                else
                {
                    rejects.CreateRow().AppendValue(path).AppendValue(position).AppendValue(isReadable).AppendValue(Encoding.UTF8.GetString(record)).EndRow();
                }
            }));
            return 0;
        });
        return new CheckedFile(path, copy, SqlText.EngineTable(table), string.Empty);
    }

    private static void Read(string path, Action<Stream> use)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            using var stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new WholeGzipStream(file) : (Stream)file;
            use(stream);
        }
        catch (InvalidDataException error)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"The file '{path}' is not a whole gzip file: {error.Message}", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"The file '{path}' may not be read: {error.Message}", error);
        }
    }
}
