using System.IO.Compression;
using System.Text;
using SparkAnalytics.Sql;

namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>Files at the borders of what an input may look like, most of them with rows that cannot be read.</summary>
internal static partial class BorderCases
{
    private const string Header = "client_id,timestamp,event_name,page_url,referrer,user_agent,event_data";

    /// <summary>Writes the files of all formats into a new folder.</summary>
    public static void Write(string folder, SparkSession spark)
    {
        Directory.CreateDirectory(folder);
        void Text(string name, string text) => File.WriteAllBytes(Path.Combine(folder, name), Bytes(text));
        Csv(Text);
        Pack(Path.Combine(folder, "a_packed.csv.gz"), Header + "\r\ngz,2025-03-01T09:00:00Z,page_view,\"a\r\nb\",,,\r\ngz2\n");
        Json(Text);
        Pack(Path.Combine(folder, "packed.jsonl.gz"), "{\"client_id\":\"gz\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"a\"}\n{");
        Parquet((name, sql) => spark.Sql(sql).Write().Parquet(Path.Combine(folder, name)));
    }

    /// <summary>UTF-8, with single bytes as two capital hexadecimal digits in brackets.</summary>
    private static byte[] Bytes(string text)
    {
        using var bytes = new MemoryStream();
        for (var position = 0; position < text.Length;)
        {
            if (text[position] == '[' && position + 3 < text.Length && text[position + 3] == ']' && char.IsAsciiHexDigitUpper(text[position + 1]) && char.IsAsciiHexDigitUpper(text[position + 2]))
            {
                bytes.WriteByte(Convert.ToByte(text.Substring(position + 1, 2), 16));
                position += 4;
                continue;
            }

            var length = char.IsHighSurrogate(text[position]) ? 2 : 1;
            bytes.Write(Encoding.UTF8.GetBytes(text, position, length));
            position += length;
        }

        return bytes.ToArray();
    }

    private static void Pack(string path, string text)
    {
        using var file = File.Create(path);
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        packed.Write(Bytes(text));
    }
}
