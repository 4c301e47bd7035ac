using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>Registers functions with DuckDB.</summary>
internal static unsafe class NativeHost
{
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
            NativeRows.Run(function, new DuckDBDataChunk(chunk), result);
        }
        catch (Exception error)
        {
            // An exception must not cross into native code: it becomes the statement's error.
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetError(info, error.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(nint handle) => GCHandle.FromIntPtr(handle).Free();
}
