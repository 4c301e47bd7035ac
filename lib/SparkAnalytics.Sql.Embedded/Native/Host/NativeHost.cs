using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>Registers functions with DuckDB and runs them over whole vectors, without a .NET string for each value.</summary>
internal static unsafe class NativeHost
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_output;

    [ThreadStatic]
    private static List<Range?>? t_items;

    [ThreadStatic]
    private static long t_vectors;

    public static void Register(DuckDBConnection connection, NativeFunction function)
    {
        var native = NativeMethods.ScalarFunction.DuckDBCreateScalarFunction();
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetName(native, function.Name);
        foreach (var kind in function.Arguments)
        {
            using var type = TypeOf(kind);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionAddParameter(native, type);
        }

        using var result = TypeOf(function.Result);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetReturnType(native, result);
        if (function.IsVolatile)
        {
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetVolatile(native);
        }

        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetFunction(native, &Run);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetExtraInfo(native, GCHandle.ToIntPtr(GCHandle.Alloc(function)), &Release);
        var state = NativeMethods.ScalarFunction.DuckDBRegisterScalarFunction(connection.NativeConnection, native);
        NativeMethods.ScalarFunction.DuckDBDestroyScalarFunction(ref native);
        if (state != DuckDBState.Success)
        {
            throw new InvalidOperationException($"DuckDB did not take the function '{function.Name}'.");
        }
    }

    private static DuckDBLogicalType TypeOf(NativeKind kind)
    {
        if (kind == NativeKind.TextList)
        {
            using var text = TypeOf(NativeKind.Text);
            return LogicalType.DuckDBCreateListType(text);
        }

        return LogicalType.DuckDBCreateLogicalType(kind switch
        {
            NativeKind.Text => DuckDBType.Varchar,
            NativeKind.Long => DuckDBType.BigInt,
            NativeKind.Double => DuckDBType.Double,
            NativeKind.Boolean => DuckDBType.Boolean,
            NativeKind.Binary => DuckDBType.Blob,
            _ => throw new InvalidOperationException($"No DuckDB type for {kind}."),
        });
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Run(nint info, nint chunk, nint result)
    {
        try
        {
            var function = (NativeFunction)GCHandle.FromIntPtr(NativeMethods.ScalarFunction.DuckDBScalarFunctionGetExtraInfo(info)).Target!;
            RunRows(function, new DuckDBDataChunk(chunk), result);
        }
        catch (Exception error)
        {
            // An exception must not cross into native code: it becomes the statement's error.
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetError(info, error.Message);
        }
    }

    private static void RunRows(NativeFunction function, DuckDBDataChunk chunk, nint result)
    {
        var count = function.Arguments.Length;
        var columns = stackalloc void*[count];
        var validities = stackalloc ulong*[count];
        for (var index = 0; index < count; index++)
        {
            var vector = DataChunks.DuckDBDataChunkGetVector(chunk, index);
            columns[index] = Vectors.DuckDBVectorGetData(vector);
            validities[index] = Vectors.DuckDBVectorGetValidity(vector);
        }

        var output = t_output ??= new ArrayBufferWriter<byte>(1024);
        var items = t_items ??= [];
        var rows = (long)DataChunks.DuckDBDataChunkGetSize(chunk);
        var data = Vectors.DuckDBVectorGetData(result);
        t_vectors++;
        for (var row = 0L; row < rows; row++)
        {
            output.ResetWrittenCount();
            items.Clear();
            var call = new NativeCall(columns, t_vectors, row, output, items);
            if (IsValid(validities, count, row) && function.Body(ref call))
            {
                Store(function.Result, result, data, row, ref call);
            }
            else
            {
                SetNull(result, row);
            }
        }
    }

    private static bool IsValid(ulong** validities, int count, long row)
    {
        for (var index = 0; index < count; index++)
        {
            if (validities[index] != null && (validities[index][row >> 6] & (1UL << (int)(row & 63))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Store(NativeKind kind, nint result, void* data, long row, ref NativeCall call)
    {
        switch (kind)
        {
            case NativeKind.Text or NativeKind.Binary:
                Assign(result, row, call.Output.WrittenSpan);
                break;
            case NativeKind.TextList:
                StoreList(result, data, row, ref call);
                break;
            case NativeKind.Boolean:
                ((byte*)data)[row] = call.LongResult == 0 ? (byte)0 : (byte)1;
                break;
            case NativeKind.Double:
                ((double*)data)[row] = BitConverter.Int64BitsToDouble(call.LongResult);
                break;
            default:
                ((long*)data)[row] = call.LongResult;
                break;
        }
    }

    private static void Assign(nint vector, long row, ReadOnlySpan<byte> text)
    {
        fixed (byte* bytes = text)
        {
            var none = default(byte);
            Vectors.DuckDBVectorAssignStringElementLength(vector, (ulong)row, bytes == null ? &none : bytes, text.Length);
        }
    }

    private static void StoreList(nint result, void* data, long row, ref NativeCall call)
    {
        var first = Vectors.DuckDBListVectorGetSize(result);
        var end = (ulong)(first + call.Items.Count);
        Vectors.DuckDBListVectorReserve(result, end);
        Vectors.DuckDBListVectorSetSize(result, end);
        var child = Vectors.DuckDBListVectorGetChild(result);
        for (var index = 0; index < call.Items.Count; index++)
        {
            if (call.Items[index] is { } part)
            {
                Assign(child, first + index, call.Output.WrittenSpan[part]);
            }
            else
            {
                SetNull(child, first + index);
            }
        }

        ((ulong*)data)[row * 2] = (ulong)first;
        ((ulong*)data)[(row * 2) + 1] = (ulong)call.Items.Count;
    }

    private static void SetNull(nint vector, long row)
    {
        Vectors.DuckDBVectorEnsureValidityWritable(vector);
        Vectors.DuckDBVectorGetValidity(vector)[row >> 6] &= ~(1UL << (int)(row & 63));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(nint handle) => GCHandle.FromIntPtr(handle).Free();
}
