using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Parquet;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Parquet;

/// <summary>Columns that are told without DuckDB are those that DuckDB tells, which the option mergeSchema always asks.</summary>
public sealed class PlainColumnsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SparkSession _spark = SparkSession.Create(new EmbeddedEngine());

    public static TheoryData<string> Plain => ["string", "boolean", "int", "bigint", "float", "double"];

    public static TheoryData<string> Others => ["tinyint", "smallint", "binary", "date", "timestamp", "timestamp_ntz", "decimal(9,2)", "decimal(18,2)", "decimal(38,3)"];

    public void Dispose()
    {
        _spark.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public void Of_APlainType_IsWhatDuckDbTells(string type)
    {
        var file = Written(_spark.Range(2).Select(Col("id").Cast("string").Cast(type).As("Größe")));

        Assert.NotNull(PlainColumns.Of(file));
        AssertSame(file);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Of_AnotherType_IsLeftToDuckDb(string type)
    {
        var file = Written(_spark.Range(3).Select(Lit(null).Cast(type).As("value"), Col("id")));

        Assert.Null(PlainColumns.Of(file));
        AssertSame(file);
    }

    [Fact]
    public void Of_ValuesWithMembers_IsLeftToDuckDb()
    {
        var file = Written(_spark.Range(3).Select(Array(Col("id"), Col("id")).As("list"), Col("id")));

        Assert.Null(PlainColumns.Of(file));
        AssertSame(file);
    }

    [Fact]
    public void Of_NamesOfDuckDbsOwnColumns_AreWhatDuckDbTells()
    {
        var file = Written(_spark.Range(3).Select(Col("id").As("filename"), Col("id").As("file_row_number"), Col("id").As("file_index")));

        Assert.NotNull(PlainColumns.Of(file));
        AssertSame(file);
    }

    /// <summary>DuckDB numbers the second one; another program wrote the file.</summary>
    [Fact]
    public void Of_NamesThatDifferInCaseAlone_IsLeftToDuckDb()
    {
        var file = Written(_spark.Range(3).Select(Col("id").As("name_a"), Col("id").As("name_b")));
        var bytes = File.ReadAllBytes(file);
        ReadOnlySpan<byte> from = "name_b"u8;
        for (var place = bytes.AsSpan().IndexOf(from); place >= 0; place = bytes.AsSpan().IndexOf(from))
        {
            "NAME_A"u8.CopyTo(bytes.AsSpan(place));
        }

        File.WriteAllBytes(file, bytes);

        Assert.Null(PlainColumns.Of(file));
        AssertSame(file);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PAR1")]
    [InlineData("PAR1 and no metadata before its end PAR1")]
    public void Of_NoParquetFile_IsNull(string content) => Assert.Null(PlainColumns.Of(_folder.Write("file.parquet", content)));

    [Fact]
    public void Of_NoFile_IsNull() => Assert.Null(PlainColumns.Of(_folder["nothing.parquet"]));

    private void AssertSame(string file) =>
        Assert.Equal(_spark.Read().Option("mergeSchema", true).Parquet(file).Schema(), _spark.Read().Parquet(file).Schema());

    private string Written(DataFrame rows)
    {
        rows.Repartition(1).Write().Parquet(_folder["files"]);
        return Directory.EnumerateFiles(_folder["files"], "*.parquet", SearchOption.AllDirectories).Single();
    }
}
