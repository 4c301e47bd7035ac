using System.Buffers;
using System.Text.Unicode;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>
/// Splits a file into records by RFC 4180 and tells those that are not readable: another number of fields than the first record, a quote inside an unquoted field,
/// text after a closing quote, bytes that are not UTF-8. Line ends are LF, CRLF or CR; lines without a byte are passed over.
/// </summary>
/// <param name="delimiter">The byte between fields.</param>
/// <param name="quote">The quote, or null where lines are taken as they are.</param>
/// <param name="mostBytes">How long a record may be.</param>
internal sealed class CsvScanner(byte delimiter, byte? quote, int mostBytes)
{
    private const int BufferSize = 1 << 20;
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];
    private readonly SearchValues<byte> _unquotedStops = SearchValues.Create(quote is { } sign ? [delimiter, sign, (byte)'\n', (byte)'\r'] : [(byte)'\n', (byte)'\r']);
    private readonly SearchValues<byte> _afterTextStops = SearchValues.Create([delimiter, (byte)'\n', (byte)'\r']);

    /// <summary>The fields that a record must have; the first record decides where it is 0.</summary>
    public int Fields { get; private set; }

    /// <summary>Whether line ends of more than one kind were met.</summary>
    public bool HasMixedLineEnds { get; private set; }

    /// <summary>Whether a line end was met inside quotes.</summary>
    public bool HasLongFields { get; private set; }

    /// <summary>The bytes of the longest record.</summary>
    public int Longest { get; private set; }

    /// <summary>Where in the file a quote opens that never closes, or null.</summary>
    public long? OpenQuote { get; private set; }

    /// <summary>Where in the file a record begins that is longer than it may be, or null.</summary>
    public long? TooLong { get; private set; }

    /// <summary>Set by a sink that has seen enough.</summary>
    public bool IsDone { get; set; }

    /// <summary>Which fields count: one of them must hold something where any other does. Null where all do.</summary>
    public bool[]? Wanted { get; init; }

    private int LineEnd { get; set; } = -1;

    /// <summary>Hands every record to the sink.</summary>
    public void Scan(Stream stream, int fields, RecordSink sink)
    {
        Fields = fields;
        var buffer = new byte[BufferSize];
        var (length, isLast) = (0, false);
        var isFirst = true;
        var offset = 0L;
        while (!isLast && !IsDone)
        {
            if (length == buffer.Length)
            {
                if (length > mostBytes)
                {
                    TooLong = offset;
                    return;
                }

                Array.Resize(ref buffer, checked(buffer.Length * 2));
            }

            var read = stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            isLast = read < buffer.Length - length;
            length += read;
            var start = isFirst && buffer.AsSpan(0, length).StartsWith(s_mark) ? s_mark.Length : 0;
            isFirst = false;
            var used = start + ScanBuffer(buffer.AsSpan(start, length - start), isLast, offset + start, sink);
            if (TooLong is not null)
            {
                return;
            }

            buffer.AsSpan(used, length - used).CopyTo(buffer);
            length -= used;
            offset += used;
        }
    }

    /// <summary>The bytes of whole records.</summary>
    private int ScanBuffer(ReadOnlySpan<byte> data, bool isLast, long offset, RecordSink sink)
    {
        var isText = Utf8.IsValid(data);
        var start = 0;
        while (start < data.Length && !IsDone)
        {
            var isWhole = quote is null ? TakeLine(data[start..], out var record) : TakeRecord(data[start..], quote.Value, out record);
            if (!isWhole && !isLast)
            {
                break;
            }

            if (record.Length > mostBytes)
            {
                TooLong = offset + start;
                return start;
            }

            var bytes = data.Slice(start, record.Length);
            if (record.OpenQuote is { } open)
            {
                OpenQuote = offset + start + open;
            }

            if (record.Length > 0 || quote is null)
            {
                Longest = Math.Max(Longest, record.Length);
                Fields = Fields == 0 ? record.Fields : Fields;
                sink(bytes, record.IsWellFormed && record.Fields == Fields && (isText || Utf8.IsValid(bytes)));
            }

            start += record.Length + LineEndLength(data[(start + record.Length)..]);
        }

        return start;
    }

    /// <summary>The length of the line end at the start: 0 at the end of the data.</summary>
    private int LineEndLength(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return 0;
        }

        var length = data[0] == (byte)'\r' && data.Length > 1 && data[1] == (byte)'\n' ? 2 : 1;
        var kind = length == 2 ? 2 : data[0] == (byte)'\r' ? 1 : 0;
        HasMixedLineEnds |= LineEnd >= 0 && LineEnd != kind;
        LineEnd = kind;
        return length;
    }

    private bool TakeLine(ReadOnlySpan<byte> data, out Record record)
    {
        var end = data.IndexOfAny(_unquotedStops);
        record = new Record(end < 0 ? data.Length : end, 1, true);
        return IsWholeLine(data, record.Length);
    }

    /// <summary>A line is whole when its end is seen, with the byte after a CR, which may be its LF.</summary>
    private static bool IsWholeLine(ReadOnlySpan<byte> data, int end) => end < data.Length && (data[end] == (byte)'\n' || end + 1 < data.Length);

    private bool TakeRecord(ReadOnlySpan<byte> data, byte sign, out Record record)
    {
        var (position, fields, isWellFormed) = (0, 0, true);
        var (hasWanted, hasOther) = (Wanted is null, false);
        while (true)
        {
            var start = position;
            fields++;
            if (position < data.Length && data[position] == sign)
            {
                if (!SkipQuoted(data, sign, ref position))
                {
                    record = new Record(data.Length, fields, false) { OpenQuote = start };
                    return false;
                }

                HasLongFields = HasLongFields || data[start..position].ContainsAny((byte)'\n', (byte)'\r');

                if (position < data.Length && !_afterTextStops.Contains(data[position]))
                {
                    isWellFormed = false;
                    position = Until(data, position, _afterTextStops);
                }
            }
            else
            {
                position = Until(data, position, _unquotedStops);
                if (position < data.Length && data[position] == sign)
                {
                    isWellFormed = false;
                    position = Until(data, position, _afterTextStops);
                }
            }

            if (!hasWanted && position > start && !data[start..position].SequenceEqual([sign, sign]))
            {
                hasWanted = fields <= Wanted!.Length && Wanted[fields - 1];
                hasOther = true;
            }

            if (position >= data.Length || data[position] != delimiter)
            {
                record = new Record(position, fields, isWellFormed && (hasWanted || !hasOther));
                return IsWholeLine(data, position);
            }

            position++;
        }
    }

    private static int Until(ReadOnlySpan<byte> data, int position, SearchValues<byte> stops)
    {
        var next = data[position..].IndexOfAny(stops);
        return next < 0 ? data.Length : position + next;
    }

    /// <summary>Goes past the closing quote; false where there is none, or where the data ends right at it.</summary>
    private static bool SkipQuoted(ReadOnlySpan<byte> data, byte sign, ref int position)
    {
        position++;
        while (true)
        {
            var next = data[position..].IndexOf(sign);
            if (next < 0)
            {
                return false;
            }

            position += next + 1;
            if (position >= data.Length || data[position] != sign)
            {
                return true;
            }

            position++;
        }
    }

    private readonly record struct Record(int Length, int Fields, bool IsWellFormed)
    {
        /// <summary>Where a quote opens that the data does not close.</summary>
        public int? OpenQuote { get; init; }
    }
}

/// <summary>Takes one record of a text file.</summary>
/// <param name="record">Its bytes without the line end.</param>
/// <param name="isReadable">Whether it fits the format.</param>
internal delegate void RecordSink(ReadOnlySpan<byte> record, bool isReadable);
