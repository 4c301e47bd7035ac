
namespace SparkAnalytics.EndToEnd.Tests;

public sealed class SampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("parquet")]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void Sample_InEachFormat_MakesOneFileADayAndTheSameBytesAgain(string format)
    {
        string[] Make(string output)
        {
            StartedProgram.Run("sample", "--events", "2000", "--seed", "3", "--output-format", format, "--output", _folder.Of(output)).Succeeded();
            return [.. Directory.GetFiles(_folder.Of(output), "events_*").Order(StringComparer.Ordinal)];
        }

        var first = Make("first");
        var second = Make("second");
        Assert.Equal(30, first.Length);
        Assert.Equal($"events_20250301.{format}", Path.GetFileName(first[0]));
        Assert.Equal(first.Select(Path.GetFileName), second.Select(Path.GetFileName));
        if (format != "parquet")
        {
            Assert.All(first.Zip(second), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
        }
    }

    [Fact]
    public void Sample_WhenTheFolderHoldsAnEarlierSample_ReplacesIt()
    {
        StartedProgram.Run("sample", "--events", "2000", "--output-format", "csv", "--output", _folder.Path).Succeeded();
        StartedProgram.Run("sample", "--events", "500", "--output-format", "jsonl", "--output", _folder.Path).Succeeded();
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.csv"));
        Assert.Equal(500, Directory.GetFiles(_folder.Path, "*.jsonl").Sum(file => File.ReadLines(file).Count()));
    }

    [Fact]
    public void Sample_WhenTheFolderHoldsSomethingElse_IsRefusedAndLeavesIt()
    {
        File.WriteAllText(_folder.Of("letter.txt"), "mine");
        var message = StartedProgram.Run("sample", "--events", "10", "--output", _folder.Path).FailedWith(2);
        Assert.Contains("no sample made by this program", message, StringComparison.Ordinal);
        Assert.Equal(["letter.txt"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Sample_WhenTheFolderIsAFile_IsRefused()
    {
        File.WriteAllText(_folder.Of("taken"), "mine");
        Assert.Contains("this is a file", StartedProgram.Run("sample", "--output", _folder.Of("taken")).FailedWith(2), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
