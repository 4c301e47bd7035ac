using System.Buffers;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Patterns;

/// <summary>Regular expressions over columns of few distinct texts, which DuckDB would ask for each row and by slow means where they are long.</summary>
internal static class PatternFunctions
{
    [ThreadStatic]
    private static MemoTable? t_firstMatches;

    [ThreadStatic]
    private static MemoTable? t_firstGroups;

    /// <summary>The number, from 1, of the first pattern of a list that is found in the text; 0 where none is.</summary>
    public static bool FirstMatch(ref NativeCall call)
    {
        call.LongResult = (t_firstMatches ??= new MemoTable(NumberOf)).Find(ref call).Answer(ref call);
        return true;
    }

    /// <summary>The text of a pattern's first group where it is found first; empty where it is not.</summary>
    public static bool FirstGroup(ref NativeCall call)
    {
        var place = (t_firstGroups ??= new MemoTable(PlaceOf)).Find(ref call).Answer(ref call);
        call.Write(call.Bytes(0).Slice((int)(place >> 32), (int)place));
        return true;
    }

    private static TextQuestion NumberOf(string list)
    {
        KnownPattern[] patterns = [.. list.Split(KnownPatterns.Separator).Select(pattern => KnownPatterns.Find(pattern) ?? throw Beyond(pattern))];
        return utf8 => Ask(utf8, signs =>
        {
            var number = 0;
            while (number < patterns.Length && !patterns[number].IsIn(signs))
            {
                number++;
            }

            return number == patterns.Length ? 0 : number + 1;
        });
    }

    /// <summary>Where the group is in the bytes: its begin in the upper half, its length in the lower.</summary>
    private static TextQuestion PlaceOf(string pattern)
    {
        var known = KnownPatterns.FindGroup(pattern) ?? throw Beyond(pattern);
        return utf8 =>
        {
            var signs = new char[utf8.Length];
            var group = known.Match(new string(signs, 0, AsciiText.Read(utf8, signs))).Groups[1];
            var begin = AsciiText.ByteOf(utf8, group.Index);
            return ((long)begin << 32) | (uint)(AsciiText.ByteOf(utf8, group.Index + group.Length) - begin);
        };
    }

    private static long Ask(ReadOnlySpan<byte> utf8, Func<ReadOnlySpan<char>, int> ask)
    {
        var signs = ArrayPool<char>.Shared.Rent(utf8.Length);
        var answer = ask(signs.AsSpan(0, AsciiText.Read(utf8, signs)));
        ArrayPool<char>.Shared.Return(signs);
        return answer;
    }

    private static ArgumentException Beyond(string pattern) => new($"The regular expression '{pattern}' is not one that can be remembered.", nameof(pattern));
}
