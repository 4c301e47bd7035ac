using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Spark's <c>translate</c> where both lists are ASCII: byte by byte, since no byte of another sign is one of ASCII.</summary>
internal static class AsciiTranslation
{
    private const short Dropped = -1;

    private const int Bytes = 256;

    [ThreadStatic]
    private static short[]? t_bytes;

    [ThreadStatic]
    private static long t_vector;

    /// <summary>Replaces each sign of the second argument by the one at its place in the third, or drops it where there is none.</summary>
    public static bool Translate(ref NativeCall call)
    {
        var map = Map(ref call);
        var text = call.Bytes(0);
        var target = call.Output.GetSpan(text.Length + 1);
        var length = 0;
        foreach (var item in text)
        {
            var mapped = map[item];
            if (mapped != Dropped)
            {
                target[length++] = (byte)mapped;
            }
        }

        call.Output.Advance(length);
        return true;
    }

    /// <summary>What becomes of each byte; the lists are constants, so it is made once for each vector.</summary>
    private static ReadOnlySpan<short> Map(ref NativeCall call)
    {
        var map = t_bytes ??= new short[Bytes];
        if (t_vector != call.Vector)
        {
            t_vector = call.Vector;
            for (var item = 0; item < Bytes; item++)
            {
                map[item] = (short)item;
            }

            var from = call.Bytes(1);
            var to = call.Bytes(2);
            for (var index = from.Length - 1; index >= 0; index--)
            {
                map[from[index]] = index < to.Length ? to[index] : Dropped;
            }
        }

        return map;
    }
}
