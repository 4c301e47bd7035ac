using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace SparkAnalytics.Sql.Embedded.Native;

/// <summary>Registers functions with DuckDB and runs them over whole vectors, without a .NET string for each value.</summary>
internal static unsafe class NativeHost
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_output;

    public static void Register(DuckDBConnection connection, NativeFunction function)
    {
        var native = NativeMethods.ScalarFunction.DuckDBCreateScalarFunction();
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetName(native, function.Name);
        foreach (var kind in function.Arguments)
        {
            using var type = LogicalType.DuckDBCreateLogicalType(TypeOf(kind));
            NativeMethods.ScalarFunction.DuckDBScalarFunctionAddParameter(native, type);
        }

        using var result = LogicalType.DuckDBCreateLogicalType(TypeOf(function.Result));
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetReturnType(native, result);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetFunction(native, &Run);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetExtraInfo(native, GCHandle.ToIntPtr(GCHandle.Alloc(function)), &Release);
        var state = NativeMethods.ScalarFunction.DuckDBRegisterScalarFunction(connection.NativeConnection, native);
        NativeMethods.ScalarFunction.DuckDBDestroyScalarFunction(ref native);
        if (state != DuckDBState.Success)
        {
            throw new InvalidOperationException($"DuckDB did not take the function '{function.Name}'.");
        }
    }

    private static DuckDBType TypeOf(NativeKind kind) => kind switch
    {
        NativeKind.Text => DuckDBType.Varchar,
        NativeKind.Long => DuckDBType.BigInt,
        NativeKind.Double => DuckDBType.Double,
        NativeKind.Boolean => DuckDBType.Boolean,
        NativeKind.Binary => DuckDBType.Blob,
        _ => throw new InvalidOperationException($"No DuckDB type for {kind}."),
    };

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
        var rows = (long)DataChunks.DuckDBDataChunkGetSize(chunk);
        var data = Vectors.DuckDBVectorGetData(result);
        for (var row = 0L; row < rows; row++)
        {
            output.ResetWrittenCount();
            var call = new NativeCall(columns, row, output);
            if (IsValid(validities, count, row) && function.Body(ref call))
            {
                Store(function.Result, result, data, row, ref call);
            }
            else
            {
                Vectors.DuckDBVectorEnsureValidityWritable(result);
                Vectors.DuckDBVectorGetValidity(result)[row >> 6] &= ~(1UL << (int)(row & 63));
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
                var written = call.Output.WrittenSpan;
                fixed (byte* bytes = written)
                {
                    var none = default(byte);
                    Vectors.DuckDBVectorAssignStringElementLength(result, (ulong)row, bytes == null ? &none : bytes, written.Length);
                }

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

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(nint handle) => GCHandle.FromIntPtr(handle).Free();
}
