using System.Globalization;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>Opens text files and says in one sentence what is wrong with those that are none.</summary>
internal static class TextFile
{
    /// <summary>Hands the unpacked bytes of a file to a reader.</summary>
    /// <param name="path">The file; <c>.gz</c> is unpacked.</param>
    /// <param name="use">Reads the stream.</param>
    /// <exception cref="QueryExecutionException">The file cannot be read, is damaged, or is no text.</exception>
    public static void Read(string path, Action<Stream> use)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            var start = Start(file);
            if (!IsPacked(path))
            {
                Check(path, start);
                use(new StartedStream(start, file));
                return;
            }

            if (start.Length > 0 && !start.AsSpan().StartsWith<byte>([0x1F, 0x8B]))
            {
                throw Bad($"The file '{path}' is no gzip file, though its name says so: it is {FileKinds.Of(start) ?? "plain text"}. Give it the name of what it is.");
            }

            using var unpacked = new WholeGzipStream(new StartedStream(start, file));
            var inner = Start(unpacked);
            Check(path, inner);
            use(new StartedStream(inner, unpacked));
        }
        catch (InvalidDataException error)
        {
            throw Bad($"The file '{path}' is not a whole gzip file: it is damaged or was cut off. Copy it anew from where it came.", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw Bad($"The file '{path}' may not be read: {error.Message}", error);
        }
        catch (IOException error) when (error is FileNotFoundException or DirectoryNotFoundException || !File.Exists(path))
        {
            throw new QueryExecutionException(QueryErrorKind.NotFound, $"The file '{path}' is not there any more.", error);
        }
        catch (IOException error)
        {
            throw Bad($"The file '{path}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The line, from 1, that the byte at an offset belongs to.</summary>
    public static long LineOf(string path, long offset)
    {
        var line = 1L;
        Read(path, stream =>
        {
            var buffer = new byte[1 << 16];
            var wasReturn = false;
            for (var left = offset; left > 0;)
            {
                var count = stream.Read(buffer.AsSpan(0, (int)Math.Min(buffer.Length, left)));
                if (count == 0)
                {
                    return;
                }

                foreach (var sign in buffer.AsSpan(0, count))
                {
                    line += sign == (byte)'\r' || (sign == (byte)'\n' && !wasReturn) ? 1 : 0;
                    wasReturn = sign == (byte)'\r';
                }

                left -= count;
            }
        });
        return line;
    }

    /// <summary>An error of the file's content.</summary>
    public static QueryExecutionException Bad(FormattableString message, Exception? cause = null) =>
        new(QueryErrorKind.BadInput, message.ToString(CultureInfo.InvariantCulture), cause);

    private static bool IsPacked(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static void Check(string path, byte[] start)
    {
        if (FileKinds.Of(start) is { } kind)
        {
            throw Bad($"The file '{path}' is {kind}, not text in UTF-8 as its name says. {Advice(kind)}");
        }
    }

    private static string Advice(string kind) =>
        kind.Contains("UTF-", StringComparison.Ordinal) ? "Convert it to UTF-8."
        : kind.StartsWith("gzip", StringComparison.Ordinal) ? "Give it a name that ends in .gz."
        : kind.Contains("Parquet", StringComparison.Ordinal) ? "Give it a name that ends in .parquet, or say the format."
        : "Unpack or convert it.";

    private static byte[] Start(Stream stream)
    {
        var start = new byte[FileKinds.Enough];
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Bytes that were read already, and then the rest of their stream.</summary>
    private sealed class StartedStream(byte[] start, Stream rest) : ForwardStream
    {
        private int _given;

        public override int Read(Span<byte> buffer)
        {
            if (_given == start.Length)
            {
                return rest.Read(buffer);
            }

            var count = Math.Min(buffer.Length, start.Length - _given);
            start.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
            return count;
        }
    }
}
