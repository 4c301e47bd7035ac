using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Places;

/// <summary>Values by place, as statements write and read them.</summary>
internal static class PlaceFunctions
{
    [ThreadStatic]
    private static PlacedValues? t_values;

    [ThreadStatic]
    private static PlacedValues.Chunk t_chunk;

    /// <summary>Notes a value under a place; the result says nothing.</summary>
    public static bool Put(ref NativeCall call)
    {
        Values(call.Long(0)).Put(call.Long(1), call.Long(2));
        call.LongResult = 1;
        return true;
    }

    /// <summary>The value of a place, or NULL.</summary>
    public static bool Get(ref NativeCall call)
    {
        var isFound = Values(call.Long(0)).TryGet(call.Long(1), ref t_chunk, out var value);
        call.LongResult = value;
        return isFound;
    }

    private static PlacedValues Values(long id) => t_values is { } values && values.Id == id ? values : t_values = PlacedValues.Find(id);
}
