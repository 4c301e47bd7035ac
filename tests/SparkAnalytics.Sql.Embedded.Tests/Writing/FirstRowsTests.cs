using System.Globalization;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Writing;

/// <summary>Of rows with one key the first of the first file stays, though several small files are read at once.</summary>
public sealed class FirstRowsTests : IDisposable
{
    private const int Files = 30;

    private const int Rounds = 20;

    private readonly TemporaryFolder _folder = new();
    private readonly SparkSession _spark;

    public FirstRowsTests() => _spark = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { Threads = 2, TempDirectory = _folder["temp"] }));

    public void Dispose()
    {
        _spark.Stop();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1L << 20)]
    [InlineData(400L)]
    public void DropDuplicates_OfParquetFiles_KeepsTheRowOfTheFirst(long targetFileSize)
    {
        var files = Names("parquet").ToArray();
        foreach (var (number, file) in files.Index())
        {
            _spark.Range(1).Select(Lit("key").As("key"), Lit(number).Cast("string").As("file")).Repartition(1).Write().Parquet(file);
        }

        AssertFirst(_spark.Read().Parquet(files), targetFileSize);
    }

    /// <summary>Each header makes a read of its own, and each read a kept file.</summary>
    [Fact]
    public void DropDuplicates_OfKeptTexts_KeepsTheRowOfTheFirst()
    {
        var schema = new StructType([new("key", new StringType()), new("file", new StringType())]);
        var files = Names("csv").Index().Select(file => _folder.Write(Path.GetFileName(file.Item), FormattableString.Invariant($"key,file\nkey,{file.Index}\n")));

        AssertFirst(files.Select(file => _spark.Read().Schema(schema).Option("header", true).Csv(file)).Aggregate((left, right) => left.Union(right)).Persist(StorageLevel.DISK_ONLY), 1 << 20);
    }

    private void AssertFirst(DataFrame rows, long targetFileSize)
    {
        for (var round = 0; round < Rounds; round++)
        {
            rows.DropDuplicates("key").Write().Format("delta").Mode(SaveMode.Overwrite).Option("targetFileSize", targetFileSize).Save(_folder["table"]);

            Assert.Equal(["key,0"], _spark.Read().Format("delta").Load(_folder["table"]).Collect().Select(row => string.Join(',', row.Values)));
        }
    }

    private IEnumerable<string> Names(string extension) => Enumerable.Range(0, Files).Select(number => _folder[string.Create(CultureInfo.InvariantCulture, $"{number:00}.{extension}")]);
}
