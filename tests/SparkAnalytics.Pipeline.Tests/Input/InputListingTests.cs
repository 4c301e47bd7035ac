using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Tests.Input;

public sealed class InputListingTests : IDisposable
{
    private const string Csv = "client_id,timestamp,event_name\n";

    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Rebuild_OfAFolderWithMixedFormats_ReadsEachByItsName()
    {
        _test.File("in/1.csv", CsvOf("u1"));
        _test.File("in/2.jsonl", JsonOf("u2"));
        _test.File("in/3.csv.gz", CsvOf("u3"));
        _test.File("in/4.jsonl.gz", JsonOf("u4"));
        _test.File("in/5.ndjson", JsonOf("u5"));
        _test.File("in/6.NDJSON.GZ".Replace("GZ", "gz", StringComparison.Ordinal), JsonOf("u6"));
        _test.File("in/7.json", JsonOf("u7"));
        _test.File("in/day=1/8.CSV", CsvOf("u8"));
        _test.File("in/_SUCCESS", string.Empty);
        _test.File("in/.hidden.csv", CsvOf("hidden"));
        _test.File("in/_old/9.csv", CsvOf("hidden"));
        _test.Spark.Sql("select 'u9' as client_id, '2025-03-01T09:00:00Z' as timestamp, 'page_view' as event_name").Write().Parquet(_test.In("in/parquet"));

        var report = _test.Rebuild(_test.In("in"));

        Assert.Equal(9, report.Input.Files);
        Assert.Equal(["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"], _test.Texts("select user_id from stg_events order by 1"));
    }

    [Fact]
    public void Rebuild_OfAGlobAndAFileThatItMatchesToo_ReadsEachFileOnce()
    {
        var first = _test.File("in/a1.csv", CsvOf("u1"));
        _test.File("in/a2.csv", CsvOf("u2"));
        _test.File("in/b1.csv", CsvOf("u3"));

        var report = _test.Rebuild(new RebuildRequest([first, _test.In("in/a*.csv")]) { Now = TestLakehouse.Noon });

        Assert.Equal(2, report.Input.Files);
        Assert.Equal(2, report.Input.Rows);
        Assert.Equal(["u1", "u2"], _test.Texts("select user_id from stg_events order by 1"));
    }

    [Fact]
    public void Rebuild_WhenTheNameTellsNoFormat_AsksForItAndTakesIt()
    {
        var input = _test.File("events.log", JsonOf("u1"));

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(input));
        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains("tells no format", error.Message, StringComparison.Ordinal);
        Assert.Contains("--input-format", error.Message, StringComparison.Ordinal);

        _test.Rebuild(new RebuildRequest([input]) { Now = TestLakehouse.Noon, InputFormat = InputFormat.JsonLines });
        Assert.Equal(["u1"], _test.Texts("select user_id from stg_events"));
    }

    [Fact]
    public void Rebuild_WhenAFolderIsNoDeltaTable_SaysSo()
    {
        _test.File("in/1.csv", CsvOf("u1"));

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(new RebuildRequest([_test.In("in")]) { InputFormat = InputFormat.Delta }));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains("is no Delta table", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty", "holds no file")]
    [InlineData("missing.csv", "does not exist")]
    [InlineData("missing/*.csv", "does not exist")]
    public void Rebuild_WhenAnInputLeadsToNothing_SaysSoAndMakesNoLakehouse(string input, string message)
    {
        Directory.CreateDirectory(_test.In("empty"));

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(_test.In(input)));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_test.Path));
    }

    [Fact]
    public void Rebuild_WhenNoInputIsNamedOrOneIsEmpty_Refuses()
    {
        Assert.Equal(ExitCode.BadInput, Assert.Throws<PipelineException>(() => _test.Rebuild(new RebuildRequest([]))).ExitCode);
        Assert.Equal(ExitCode.BadUsage, Assert.Throws<PipelineException>(() => _test.Rebuild(new RebuildRequest([_test.Folder, " "]))).ExitCode);
    }

    [Fact]
    public void Rebuild_OfADamagedGzip_NamesTheFile()
    {
        _test.File("good.csv.gz", CsvOf("u1"));
        var bytes = File.ReadAllBytes(_test.In("good.csv.gz"));
        File.WriteAllBytes(_test.In("cut.csv.gz"), bytes[..(bytes.Length / 2)]);
        File.WriteAllText(_test.In("no.csv.gz"), CsvOf("u1"));

        foreach (var name in new[] { "cut.csv.gz", "no.csv.gz" })
        {
            var error = Assert.Throws<QueryExecutionException>(() => _test.Rebuild(_test.In(name)));
            Assert.Equal(ExitCode.BadInput, ExitCodes.Of(error));
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rebuild_OfAFolderWithOtherFiles_PassesThemOverAndSaysSo()
    {
        _test.File("in/1.csv", CsvOf("u1"));
        _test.File("in/README.txt", "hello");
        _test.File("in/deep/notes", "hello");

        var report = _test.Rebuild(_test.In("in"));

        Assert.Equal(1, report.Input.Files);
        Assert.Equal([_test.In("in/README.txt"), _test.In("in/deep/notes")], report.Input.FilesPassedOver);
        Assert.Contains($"2 files were passed over, as their names tell no format; the first is {_test.In("in/README.txt")}.", report.Warnings);
    }

    [Theory]
    [InlineData("in", "holds no file of events, only others such as")]
    [InlineData("in/*.txt", "holds no file of events, only others such as")]
    [InlineData("in/README.txt", "tells no format")]
    public void Rebuild_OfNothingButOtherFiles_Refuses(string input, string message)
    {
        _test.File("in/README.txt", "hello");

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(_test.In(input)));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_OfAFolderThatHoldsTheLakehouse_Refuses()
    {
        _test.File("1.csv", CsvOf("u1"));

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(_test.Folder));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Equal($"The lakehouse {_test.Path} lies in the input folder {_test.Folder}, so a later run would take its tables for events. Choose a folder beside the input.", error.Message);
    }

    [Theory]
    [InlineData("lakehouse/stg_events")]
    [InlineData("lakehouse")]
    [InlineData("lake*")]
    [InlineData("lakehouse/stg_events/*.parquet")]
    public void Rebuild_OfWhatLiesInTheLakehouse_Refuses(string input)
    {
        _test.Rebuild(_test.File("1.csv", CsvOf("u1")));

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(_test.In(input)));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Equal($"The input {_test.In(input)} lies in the lakehouse {_test.Path}, whose tables are what this program makes of raw events. Name the raw events.", error.Message);
    }

    [Fact]
    public void Rebuild_OfAFolderWithALoopOfLinks_NamesTheLink()
    {
        _test.File("in/deep/1.csv", CsvOf("u1"));
        Directory.CreateSymbolicLink(_test.In("in/deep/again"), _test.In("in"));

        var error = Assert.Throws<QueryExecutionException>(() => _test.Rebuild(_test.In("in")));

        Assert.Equal(ExitCode.BadInput, ExitCodes.Of(error));
        Assert.Equal($"The folder '{_test.In("in/deep/again")}' is a symbolic link to a folder that holds it, so its files would be read without end. Remove the link, or name the folders inside.", error.Message);
    }

    [Fact]
    public void Rebuild_OfAFolderWithALinkToAnother_ReadsItsFiles()
    {
        _test.File("in/1.csv", CsvOf("u1"));
        _test.File("other/2.csv", CsvOf("u2"));
        Directory.CreateSymbolicLink(_test.In("in/linked"), _test.In("other"));

        Assert.Equal(2, _test.Rebuild(_test.In("in")).Input.Files);
    }

    private static string CsvOf(string user) => Csv + user + ",2025-03-01T09:00:00Z,page_view\n";

    private static string JsonOf(string user) => "{\"client_id\":\"" + user + "\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"page_view\"}\n";
}
