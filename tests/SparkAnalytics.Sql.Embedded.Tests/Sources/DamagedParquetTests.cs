using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Tests.Support;

namespace SparkAnalytics.Sql.Embedded.Tests.Sources;

/// <summary>Seeded damage to Parquet files: it either does not matter, or the file is named.</summary>
public sealed class DamagedParquetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("zstd")]
    [InlineData("snappy")]
    [InlineData("uncompressed")]
    public void Read_OfADamagedFile_NamesIt(string compression)
    {
        var whole = Whole(compression);
        var random = new Random(20251128);
        for (var change = 0; change < 60; change++)
        {
            var path = _folder.Write($"{compression}{change}.parquet", Change(whole, random));

            // Some damage leaves a database useless, so each file meets an engine of its own.
            using var engine = new EmbeddedEngine(new EmbeddedEngineOptions { Threads = 1, TempDirectory = _folder["temp"] });
            try
            {
                _ = SparkSession.Create(engine).Read().Parquet(path).Collect().Count();
            }
            catch (QueryExecutionException failure)
            {
                Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
                Assert.Contains(path, failure.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', failure.Message);
            }
        }
    }

    private static byte[] Change(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        switch (random.Next(4))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                var start = random.Next(bytes.Length);
                var end = random.Next(start, bytes.Length);
                return [.. bytes[..end], .. bytes[start..]];
            default:
                for (var count = random.Next(1, 20); count > 0; count--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                return bytes;
        }
    }

    private byte[] Whole(string compression)
    {
        using var engine = new EmbeddedEngine(new EmbeddedEngineOptions { Threads = 1 });
        SparkSession.Create(engine).Sql("SELECT 'user' || range AS client_id, 'page_view' AS event_name, repeat('text', range::INT % 9) AS page_url, range AS n, (range * 1.5)::DOUBLE AS d, [range, 2] AS l FROM range(300)")
            .Coalesce(1).Write().Option("compression", compression).Parquet(_folder["whole"]);
        return File.ReadAllBytes(Assert.Single(Directory.EnumerateFiles(_folder["whole"], "*.parquet")));
    }
}
