using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Keys;

/// <summary>Questions to the set of keys of a statement.</summary>
internal static class KeyFunctions
{
    [ThreadStatic]
    private static KeySet? t_set;

    [ThreadStatic]
    private static long t_vector;

    /// <summary>Whether a key comes for the first time to the set of that number.</summary>
    public static bool IsFirst(ref NativeCall call)
    {
        if (t_vector != call.Vector || t_set is null)
        {
            t_set = KeySet.Find(call.Long(1));
            t_vector = call.Vector;
        }

        call.LongResult = t_set.Add(call.Bytes(0)) ? 1 : 0;
        return true;
    }
}
