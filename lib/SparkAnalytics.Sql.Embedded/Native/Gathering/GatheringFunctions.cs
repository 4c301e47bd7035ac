using System.Buffers.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Gathering;

/// <summary>How statements put rows aside and get them back. A packed row has <c>-</c> for NULL and the number of bytes, <c>:</c> and the bytes for a text.</summary>
internal static class GatheringFunctions
{
    private const byte Null = (byte)'-';

    /// <summary>The SQL that packs texts.</summary>
    /// <param name="texts">Each in SQL.</param>
    public static string Packed(IEnumerable<string> texts) =>
        $"concat({string.Join(", ", texts.Select(text => $"CASE WHEN {text} IS NULL THEN '-' ELSE CAST(strlen({text}) AS VARCHAR) || ':' || {text} END"))})";

    /// <summary>Puts a row aside; false, since it is left out.</summary>
    public static bool Put(ref NativeCall call)
    {
        GatheredRows.Find(call.Long(0)).Add(call.Long(1), call.Bytes(2));
        call.LongResult = 0;
        return true;
    }

    /// <summary>The texts of a row by its number.</summary>
    public static bool Get(ref NativeCall call)
    {
        var rest = GatheredRows.Find(call.Long(0))[call.Long(1)];
        while (!rest.IsEmpty)
        {
            if (rest[0] == Null)
            {
                call.Items.Add(null);
                rest = rest[1..];
                continue;
            }

            Utf8Parser.TryParse(rest, out int length, out var digits);
            var text = rest.Slice(digits + 1, length);
            var start = call.Output.WrittenCount;
            call.Write(text);
            call.Items.Add(start..call.Output.WrittenCount);
            rest = rest[(digits + 1 + length)..];
        }

        return true;
    }
}
