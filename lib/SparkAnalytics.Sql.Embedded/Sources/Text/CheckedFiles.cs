using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>Checks text files, each once as long as it does not change; copies and unreadable records live as long as the engine.</summary>
internal sealed class CheckedFiles
{
    private readonly ConcurrentDictionary<Key, Lazy<CheckedFile>> _known = new();

    /// <summary>Checks a file.</summary>
    /// <param name="path">The file; <c>.gz</c> is unpacked.</param>
    /// <param name="rules">What makes a record readable.</param>
    /// <param name="workspace">Where the copy and the rejects go.</param>
    /// <exception cref="QueryExecutionException">The file is no text, ends inside quotes, or holds a record that is longer than it may be.</exception>
    public CheckedFile Check(string path, TextRules rules, Workspace workspace)
    {
        workspace.TextFiles.Add(path);
        var file = new FileInfo(path);
        var key = new Key(path, file.Exists ? file.Length : -1, file.Exists ? file.LastWriteTimeUtc : default, rules);
        try
        {
            return _known.GetOrAdd(key, _ => new Lazy<CheckedFile>(() => CheckNow(path, rules, workspace))).Value;
        }
        catch
        {
            _known.TryRemove(key, out _);
            throw;
        }
    }

    private static CheckedFile CheckNow(string path, TextRules rules, Workspace workspace)
    {
        var scanner = rules.NewScanner();
        var (header, isClean, count) = (string.Empty, true, 0L);
        TextFile.Read(path, stream => scanner.Scan(stream, rules.Fields, (record, isReadable) =>
        {
            if (count++ == 0)
            {
                header = Encoding.UTF8.GetString(record);

                // DuckDB takes the first line break of a file for its line end, even one inside quotes.
                isClean = !(rules.HasHeader && record.ContainsAny((byte)'\r', (byte)'\n'));
            }

            isClean &= rules.Takes(record, isReadable);
        }));
        Refuse(path, scanner, rules);

        var found = new CheckedFile(path, path, null, header, scanner.Longest, scanner.HasLongFields);
        return isClean && !scanner.HasMixedLineEnds ? found : Split(found, rules, workspace);
    }

    private static void Refuse(string path, CsvScanner scanner, TextRules rules)
    {
        if (scanner.OpenQuote is { } quote)
        {
            throw TextFile.Bad($"The file '{path}' ends inside a quoted field: the quote that opens in line {TextFile.LineOf(path, quote)} is never closed. Close or double it, or copy the file anew if it was cut off.");
        }

        if (scanner.TooLong is { } record)
        {
            throw TextFile.Bad($"The file '{path}' has a record of more than {rules.MostBytes} bytes, the limit of the reader (max_line_size); it begins in line {TextFile.LineOf(path, record)}. Raise the limit if that is no mistake.");
        }
    }

    private static CheckedFile Split(CheckedFile file, TextRules rules, Workspace workspace)
    {
        var copy = Path.Combine(workspace.Folder, $"{Guid.NewGuid():N}.txt");
        var table = $"rejects_{Guid.NewGuid():N}";
        workspace.Session.Execute($"CREATE TABLE {SqlText.EngineTable(table)} (file VARCHAR, readable BOOLEAN, text BLOB, md5 VARCHAR)");
        workspace.Session.Guard(() =>
        {
            using var target = new BufferedStream(new FileStream(copy, FileMode.CreateNew), 1 << 20);
            using var rejects = workspace.Session.Append(SqlText.EngineSchema, table);
            var scanner = rules.NewScanner();
            var isFirst = true;
            TextFile.Read(file.Original, stream => scanner.Scan(stream, rules.Fields, (record, isReadable) =>
            {
                if (rules.HasHeader && isFirst)
                {
                    // What the names are is known; a header that breaks the rules, or holds a line break, would make DuckDB read on into the rows.
                    target.Write(Enumerable.Repeat(rules.Delimiter, scanner.Fields - 1).Prepend((byte)'h').ToArray());
                    target.WriteByte((byte)'\n');
                }
                else if (rules.Takes(record, isReadable))
                {
                    target.Write(record);
                    target.WriteByte((byte)'\n');
                }
                else
                {
                    // The appender ends a text at U+0000, so it is given bytes; those that are not UTF-8 are shown as U+FFFD.
                    rejects.CreateRow().AppendValue(file.Original).AppendValue(isReadable).AppendValue(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(record))).AppendValue(Md5(record)).EndRow();
                }

                isFirst = false;
            }));
            return 0;
        });
        var rows = $"(SELECT file, readable, decode(text) AS record, md5 FROM {SqlText.EngineTable(table)})";
        return file with { Path = copy, RejectTable = rows };
    }

    private static string Md5(ReadOnlySpan<byte> record)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(record, hash);
        return Convert.ToHexStringLower(hash);
    }

    private sealed record Key(string Path, long Length, DateTime Changed, TextRules Rules);
}
