using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>Runs a function over the rows of a vector, without a .NET string for each value.</summary>
internal static unsafe class NativeRows
{
    private const int FirstCapacity = 65_536;

    /// <summary>Texts are handed to DuckDB when they take so many bytes, or the vector ends.</summary>
    private const int MostPending = 1_048_576;

    [ThreadStatic]
    private static TextBuffer? t_output;

    [ThreadStatic]
    private static List<Range?>? t_items;

    [ThreadStatic]
    private static long t_vectors;

    public static void Run(NativeFunction function, DuckDBDataChunk chunk, nint result)
    {
        var count = function.Arguments.Length;
        var places = stackalloc void*[2 * count];
        var arguments = new NativeVector(chunk, count, places);
        var output = t_output is { Capacity: <= MostPending * 2 } known ? known : t_output = new TextBuffer(FirstCapacity);
        output.Truncate(0);
        t_vectors++;
        if (function.VectorBody is { } body)
        {
            WholeVectors.RunTexts(body, arguments, result, output);
            return;
        }

        if (function.FlagsBody is { } flags)
        {
            WholeVectors.RunFlags(flags, arguments, result);
            return;
        }

        switch (function.Result)
        {
            case NativeKind.Text or NativeKind.Binary:
                RunTexts(function, arguments, result, output);
                break;
            case NativeKind.TextList:
                RunLists(function, arguments, result, output);
                break;
            default:
                RunNumbers(function, arguments, result, output);
                break;
        }
    }

    private static void RunTexts(NativeFunction function, in NativeVector arguments, nint result, TextBuffer output)
    {
        var items = t_items ??= [];
        var texts = new TextColumn(result, output);
        var nulls = new NullMask(result);
        var memo = new RowMemo(function, arguments.Columns);
        var first = 0L;
        for (var row = 0L; row < arguments.Rows; row++)
        {
            var isValid = arguments.IsValid(row);
            if (isValid && memo.Find(row) is var same && same >= first)
            {
                texts.Copy(same, row);
                nulls.Copy(same, row);
                continue;
            }

            var start = output.WrittenCount;
            var call = new NativeCall(arguments.Columns, t_vectors, row, output, items);
            if (isValid && function.Body(ref call))
            {
                texts.Keep(row, start);
            }
            else
            {
                output.Truncate(start);
                texts.Clear(row);
                nulls.Set(row);
            }

            if (output.WrittenCount > MostPending)
            {
                texts.HandOver(first, row + 1);
                first = row + 1;
            }
        }

        texts.HandOver(first, arguments.Rows);
    }

    private static void RunNumbers(NativeFunction function, in NativeVector arguments, nint result, TextBuffer output)
    {
        var items = t_items ??= [];
        var nulls = new NullMask(result);
        var memo = new RowMemo(function, arguments.Columns);
        var data = Vectors.DuckDBVectorGetData(result);
        var isBoolean = function.Result == NativeKind.Boolean;
        for (var row = 0L; row < arguments.Rows; row++)
        {
            var isValid = arguments.IsValid(row);
            var same = isValid ? memo.Find(row) : -1;
            var call = new NativeCall(arguments.Columns, t_vectors, row, output, items);
            if (same >= 0)
            {
                call.LongResult = isBoolean ? ((byte*)data)[same] : ((long*)data)[same];
                nulls.Copy(same, row);
            }
            else if (!isValid || !function.Body(ref call))
            {
                nulls.Set(row);
            }

            if (isBoolean)
            {
                ((byte*)data)[row] = call.LongResult == 0 ? (byte)0 : (byte)1;
            }
            else
            {
                // A floating-point number comes as the integer of its bits.
                ((long*)data)[row] = call.LongResult;
            }
        }
    }

    private static void RunLists(NativeFunction function, in NativeVector arguments, nint result, TextBuffer output)
    {
        var items = t_items ??= [];
        var lists = new ListColumn(result, output);
        var nulls = new NullMask(result);
        var memo = new RowMemo(function, arguments.Columns);
        for (var row = 0L; row < arguments.Rows; row++)
        {
            var isValid = arguments.IsValid(row);
            if (isValid && memo.Find(row) is >= 0 and var same)
            {
                lists.Copy(same, row);
                nulls.Copy(same, row);
                continue;
            }

            items.Clear();
            var start = output.WrittenCount;
            var call = new NativeCall(arguments.Columns, t_vectors, row, output, items);
            if (isValid && function.Body(ref call))
            {
                lists.Add(row, items);
            }
            else
            {
                output.Truncate(start);
                items.Clear();
                lists.Add(row, items);
                nulls.Set(row);
            }

            if (output.WrittenCount > MostPending)
            {
                lists.HandOver();
            }
        }

        lists.HandOver();
    }
}
