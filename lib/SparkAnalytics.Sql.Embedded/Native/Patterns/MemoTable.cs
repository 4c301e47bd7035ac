using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Patterns;

/// <summary>The memos of one function on one thread, by the text of their patterns. Within one vector a pattern that stays where it is is not looked up again.</summary>
internal sealed class MemoTable(Func<string, TextQuestion> make)
{
    private const int MostMemos = 64;

    private readonly Dictionary<byte[], TextMemo> _memos = new(ByteComparer.Instance);

    private TextMemo? _last;

    private (long Vector, nint Place, int Length) _lastPlace;

    /// <summary>The memo for the patterns in the second argument.</summary>
    public unsafe TextMemo Find(ref NativeCall call)
    {
        var patterns = call.Bytes(1);
        fixed (byte* bytes = patterns)
        {
            var place = (call.Vector, (nint)bytes, patterns.Length);
            if (_last is not null && patterns.Length > NativeCall.InlineLength && _lastPlace == place)
            {
                return _last;
            }

            _lastPlace = place;
        }

        var known = _memos.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!known.TryGetValue(patterns, out _last))
        {
            if (_memos.Count >= MostMemos)
            {
                _memos.Clear();
            }

            _last = new TextMemo(make(Encoding.UTF8.GetString(patterns)));
            known[patterns] = _last;
        }

        return _last;
    }
}
