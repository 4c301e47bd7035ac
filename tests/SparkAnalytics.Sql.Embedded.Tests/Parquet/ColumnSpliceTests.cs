using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Parquet;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Parquet;

public sealed class ColumnSpliceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SparkSession _spark = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { Threads = 1 }));

    public void Dispose()
    {
        _spark.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Write_OfTwoFilesOfOneLength_HasTheColumnsOfBoth()
    {
        var (left, right) = (File("left", 3000, "id"), File("right", 3000, "number"));

        ColumnSplice.Write(left, [right], _folder["both.parquet"]);

        ParquetCheck.Require(_folder["both.parquet"], ["id", "text_id", "number", "text_number"], [3000]);
        var rows = _spark.Read().Parquet(_folder["both.parquet"]);
        Assert.Equal(3000, rows.Filter((Col("id") == Col("number")) & (Col("text_id") == Col("text_number")) & (Col("text_id") == Concat(Lit("t"), (Col("id") % 7).Cast("string")))).Count());
    }

    [Fact]
    public void Write_OfFilesOfOtherLengths_IsRefused()
    {
        var (left, right) = (File("left", 30, "id"), File("right", 31, "number"));

        Assert.Contains("31", Assert.Throws<InvalidDataException>(() => ColumnSplice.Write(left, [right], _folder["both.parquet"])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => ColumnSplice.Write(left, [], _folder["none.parquet"]));
    }

    [Theory]
    [InlineData("shifted")]
    [InlineData("cut off")]
    [InlineData("other rows")]
    [InlineData("other columns")]
    [InlineData("overwritten")]
    [InlineData("no letters")]
    public void Require_OfADamagedFile_Throws(string damage)
    {
        var (left, right, both) = (File("left", 3000, "id"), File("right", 3000, "number"), _folder["both.parquet"]);
        ColumnSplice.Write(left, [right], both);
        var bytes = System.IO.File.ReadAllBytes(both);
        var place = (int)ParquetFooter.Read(left).DataEnd;
        byte[] damaged = damage switch
        {
            "shifted" => [.. bytes[..place], 0, .. bytes[place..]],
            "cut off" => [.. bytes[..place], .. bytes[(place + 10)..]],
            "overwritten" => [.. bytes[..place], .. new byte[40], .. bytes[(place + 40)..]],
            "no letters" => bytes[..^1],
            _ => bytes,
        };
        System.IO.File.WriteAllBytes(both, damaged);
        string[] columns = damage == "other columns" ? ["id", "text_id", "number"] : ["id", "text_id", "number", "text_number"];

        Assert.Throws<InvalidDataException>(() => ParquetCheck.Require(both, columns, [damage == "other rows" ? 2999 : 3000]));
    }

    private string File(string name, long rows, string column)
    {
        _spark.Range(rows).Select(Col("id").As(column), Concat(Lit("t"), (Col("id") % 7).Cast("string")).As($"text_{column}")).Write().Parquet(_folder[name]);
        return Directory.GetFiles(_folder[name], "*.parquet").Single();
    }
}
