using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Whether texts may have something to trim: DuckDB takes their first and last sign out of them to tell, which costs more than most trims.</summary>
internal static class OuterBlanks
{
    /// <summary>Whether a text begins or ends with a blank or a control character.</summary>
    public static void AreThere(in NativeVector arguments, Span<byte> results)
    {
        for (var row = 0; row < results.Length; row++)
        {
            var text = arguments.IsValid(row) ? arguments.Bytes(0, row) : default;
            results[row] = !text.IsEmpty && (text[0] <= (byte)' ' || text[^1] <= (byte)' ') ? (byte)1 : (byte)0;
        }
    }
}
