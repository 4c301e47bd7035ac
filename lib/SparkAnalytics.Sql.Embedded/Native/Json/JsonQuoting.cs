using System.Buffers;
using System.Globalization;
using System.Text;

namespace SparkAnalytics.Sql.Embedded.Native.Json;

/// <summary>Writes a JSON string with only the escapes that must be.</summary>
internal static class JsonQuoting
{
    public static void Write(string text, IBufferWriter<byte> output)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:X4}"),
                _ => quoted.Append(sign),
            };
        }

        output.Write(Encoding.UTF8.GetBytes(quoted.Append('"').ToString()));
    }
}
