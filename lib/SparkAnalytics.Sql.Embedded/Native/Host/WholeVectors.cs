using static DuckDB.NET.Native.NativeMethods;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>Runs functions that compute all rows of a vector at once; rows with a NULL among their arguments are NULL.</summary>
internal static unsafe class WholeVectors
{
    public static void RunTexts(NativeVectorBody body, in NativeVector arguments, nint result, TextBuffer output)
    {
        var texts = new TextColumn(result, output);
        var nulls = new NullMask(result);
        for (var row = 0L; row < arguments.Rows; row++)
        {
            if (!arguments.IsValid(row))
            {
                texts.Clear(row);
                nulls.Set(row);
            }
        }

        body(arguments, texts);
        texts.HandOver(0, arguments.Rows);
    }

    public static void RunFlags(NativeFlagsBody body, in NativeVector arguments, nint result)
    {
        body(arguments, new Span<byte>(Vectors.DuckDBVectorGetData(result), checked((int)arguments.Rows)));
        var nulls = new NullMask(result);
        for (var row = 0L; row < arguments.Rows; row++)
        {
            if (!arguments.IsValid(row))
            {
                nulls.Set(row);
            }
        }
    }
}
