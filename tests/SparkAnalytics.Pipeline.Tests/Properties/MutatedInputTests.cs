using System.IO.Compression;
using System.Text;
using SparkAnalytics.Pipeline.Checks;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Tests.Properties;

/// <summary>Whatever is done to a file: it is read with every row accounted for, or refused in one sentence; never a fault of the program, and never a loss.</summary>
public sealed class MutatedInputTests
{
    /// <summary>Each so manieth file is loaded, too.</summary>
    private const int LoadEach = 25;

    /// <summary>An engine keeps what it could not read of each file, and gets slower with thousands.</summary>
    private const int FilesPerEngine = 50;

    private const string Csv = """
        client_id,timestamp,event_name,page_url,event_data,shop
        u1,2025-03-01T09:00:00Z,page_view,"https://shop.example/?utm_source=a,b","{""a"":""x""}",1
        "u2","2025-03-01T09:01:00+01:00",purchase,"two
        lines","{""transaction_id"":""t1"",""revenue"":""9.50""}",
        Zoë ✓,2025-03-01 09:02:00,page_view,,,2
        ,never,page_view,,,3
        u1,2025-03-01T09:00:00Z,page_view,"https://shop.example/?utm_source=a,b","{""a"":""x""}",1
        u3,2025-03-01T09:03:00Z,add_to_cart,/c,,
        """;

    private const string Json = """
        {"client_id":"u1","timestamp":"2025-03-01T09:00:00Z","event_name":"page_view","page_url":"https://shop.example/?a=\"1\"","event_data":{"a":[1,2.50,{"b":null}]}}
        {"clientId":"u2","timestamp":"2025-03-01T09:01:00+01:00","event_name":"purchase","event_data":"{\"transaction_id\":\"t1\",\"revenue\":9.5}"}
        {"client_id":"Zoë ✓","timestamp":1740819600,"event_name":"page_view","shop":2}

        {"client_id":null,"timestamp":"never","event_name":"page_view"}
        {"client_id":"u1","timestamp":"2025-03-01T09:00:00Z","event_name":"page_view","page_url":"https://shop.example/?a=\"1\"","event_data":{"a":[1,2.50,{"b":null}]}}
        no json
        {"client_id":"u3","timestamp":"2025-03-01T09:03:00Z","event_name":"\ud83d\ude00"}
        """;

    [Theory]
    [InlineData("csv", 1, 75)]
    [InlineData("csv", 2, 75)]
    [InlineData("csv", 3, 75)]
    [InlineData("csv", 4, 75)]
    [InlineData("jsonl", 5, 75)]
    [InlineData("jsonl", 6, 75)]
    [InlineData("jsonl", 7, 75)]
    [InlineData("jsonl", 8, 75)]
    [InlineData("csv.gz", 9, 60)]
    [InlineData("parquet", 10, 50)]
    [InlineData("parquet", 11, 50)]
    [InlineData("delta", 12, 30)]
    public void Load_OfAChangedFile_AccountsForEachRowOrRefusesInOneSentence(string format, int seed, int files)
    {
        var random = new Random(seed);
        var outcomes = new Dictionary<int, int>();
        using var whole = new TestLakehouse();
        var shared = new TestLakehouse();
        for (var number = 0; number < files; number++)
        {
            // Damage to Parquet may leave a database useless, so each such file meets an engine of its own.
            using var own = format is "parquet" or "delta" ? new TestLakehouse() : null;
            if (number % FilesPerEngine == 0)
            {
                shared.Dispose();
                shared = new TestLakehouse();
            }

            var test = own ?? shared;
            var (input, content) = Changed(format, number, whole, test, random);
            var exitCode = Run(test, input, content, number % LoadEach == 0, $"{format}, seed {seed}, file {number}");
            outcomes[exitCode] = outcomes.GetValueOrDefault(exitCode) + 1;
        }

        shared.Dispose();

        // Files of both kinds came up, or the test shows little; a changed log of a table is never one.
        Assert.True((format == "delta" || outcomes.GetValueOrDefault(0) > files / 20) && outcomes.GetValueOrDefault(3) > files / 20, string.Join(", ", outcomes));
    }

    private static int Run(TestLakehouse test, string input, byte[]? content, bool load, string name)
    {
        try
        {
            var report = new InputCheck(test.Spark, test.Settings).Run([input], null, TestLakehouse.Noon);
            Assert.True(report.Rows == report.Staged + report.SetAside.Sum(reason => reason.Rows) + report.Duplicates, name);
            if (content is not null)
            {
                var isCsv = !input.EndsWith("jsonl", StringComparison.Ordinal);
                Assert.True(!isCsv || ",;\t|".Any(delimiter => report.Rows == Records(content, delimiter)), $"{name}: {report.Rows} rows of\n{Encoding.UTF8.GetString(content)}");
                Assert.True(isCsv || report.Rows == Lines(content), $"{name}: {report.Rows} rows of\n{Encoding.UTF8.GetString(content)}");
                var text = Encoding.UTF8.GetString(content);
                Assert.All(report.SetAside.Where(reason => reason.Reason == "line_unreadable"), reason => Assert.Contains(reason.ExampleText, text, StringComparison.Ordinal));
            }

            if (!load)
            {
                return report.Staged > 0 ? 0 : report.Rows > 0 ? 5 : 3;
            }

            Load(test, input, report, name);
            return 0;
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
        {
            var exitCode = (int)ExitCodes.Of(failure);
            Assert.True(exitCode is 3 or 5 && !failure.Message.Contains('\n', StringComparison.Ordinal), $"{name}: {exitCode} {failure}");
            return exitCode;
        }
    }

    private static void Load(TestLakehouse test, string input, InputCheckReport report, string name)
    {
        var loaded = test.Rebuild(new RebuildRequest([input]) { Now = TestLakehouse.Noon, Replace = true });
        Assert.True(
            (report.Rows, report.Staged, report.Duplicates) == (loaded.Input.Rows, loaded.Totals.Events, loaded.Input.Duplicates), $"{name}: {report} but loaded {loaded.Input}");
        Assert.Equal(report.SetAside.Sum(reason => reason.Rows), loaded.Input.Quarantined.Values.Sum());

        // What is set aside holds its content: the line, or the columns, of which at least one says something unless the row is empty.
        var empty = test.Lakehouse.Query(
            "select count(*) from quarantined_events where (reason = 'line_unreadable') = (raw_text is null) or (reason <> 'timestamp_missing' and coalesce(raw_text, client_id, clientId, timestamp, event_name, page_url, referrer, user_agent, event_data) is null)",
            RunSelector.Latest).First().GetAs<long>(0);
        Assert.True(empty == 0, name);
    }

    /// <summary>The path of a changed file and, where its text can be counted by hand, its content.</summary>
    private static (string Input, byte[]? Content) Changed(string format, int number, TestLakehouse whole, TestLakehouse test, Random random)
    {
        switch (format)
        {
            case "csv" or "jsonl":
                var text = Mutation.Of(Encoding.UTF8.GetBytes(format == "csv" ? Csv : Json), random);
                return (test.File($"{number}.{format}", text), text);
            case "csv.gz":
                return (Write(test.In($"{number}.csv.gz"), random.Next(3) == 0 ? Gzip(Mutation.Of(Encoding.UTF8.GetBytes(Csv), random)) : Mutation.Of(Gzip(Encoding.UTF8.GetBytes(Csv)), random)), null);
            default:
                return (ChangedTable(format, whole, test, random), null);
        }
    }

    private static string ChangedTable(string format, TestLakehouse whole, TestLakehouse test, Random random)
    {
        if (!Directory.Exists(whole.In(format)))
        {
            whole.Spark.Sql("select 'u' || range as client_id, timestamptz '2025-03-01 09:00:00+00' as timestamp, 'page_view' as event_name, {'a': range, 'b': [1.5, null]} as event_data, range as shop from range(40)")
                .Coalesce(1).Write().Format(format).Save(whole.In(format));
        }

        var files = Directory.GetFiles(whole.In(format), "*", SearchOption.AllDirectories).Where(file => file.EndsWith("parquet", StringComparison.Ordinal) || file.EndsWith("json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var changed = files[random.Next(files.Count)];
        foreach (var file in files)
        {
            Write(test.In(Path.Combine("in", Path.GetRelativePath(whole.In(format), file))), file == changed ? Mutation.Of(File.ReadAllBytes(file), random) : File.ReadAllBytes(file));
        }

        return test.In("in");
    }

    private static string Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static string Text(byte[] content) => Encoding.Latin1.GetString(content.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? content[3..] : content);

    /// <summary>Lines that hold something.</summary>
    private static int Lines(byte[] content) => Text(content).Split('\n', '\r').Count(line => line.Trim(' ', '\t').Length > 0);

    /// <summary>The records of a CSV but the header: a line end inside a field that begins with a quote ends none.</summary>
    private static int Records(byte[] content, char delimiter)
    {
        var text = Text(content);
        var (records, isEmpty, isFieldStart, isQuoted) = (0, true, true, false);
        for (var index = 0; index < text.Length; index++)
        {
            var sign = text[index];
            if (isQuoted)
            {
                var isDoubled = sign == '"' && index + 1 < text.Length && text[index + 1] == '"';
                isQuoted = sign != '"' || isDoubled;
                index += isDoubled ? 1 : 0;
            }
            else if (sign is '\n' or '\r')
            {
                records += isEmpty ? 0 : 1;
                (isEmpty, isFieldStart) = (true, true);
            }
            else
            {
                isQuoted = isFieldStart && sign == '"';
                isFieldStart = sign == delimiter;
                isEmpty = false;
            }
        }

        return Math.Max(0, records + (isEmpty ? 0 : 1) - 1);
    }
}
