using System.Globalization;
using System.Text.RegularExpressions;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

/// <summary>The rows that were appended to a table after a version, and what cannot be told from its log.</summary>
public sealed class AppendedSinceTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["table"];

    private DeltaTable Table => DeltaTable.ForPath(engine.Spark, Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_AppendedSince_GivesTheRowsOfLaterCommits()
    {
        AppendNumbers(3);

        Assert.Equal([1L, 2L], Ids(Since(0)));
        Assert.Equal([2L], Ids(Since(1)));
        Assert.Equal([1L], Ids(Since(0).Filter(Col("id") < 2)));
    }

    [Fact]
    public void Load_AppendedSinceTheNewestVersion_GivesNoRows()
    {
        AppendNumbers(2);

        Assert.Empty(Since(1).Collect());
        Assert.Equal("struct<id:bigint>", Since(1).Schema().SimpleString);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void Load_AppendedSinceAMissingVersion_IsNotFound(long version)
    {
        AppendNumbers(2);

        var error = Failure(Since(version));

        Assert.Equal(QueryErrorKind.NotFound, error.Kind);
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"has no version {version}. Versions that can be read: 0 to 1."), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AppendedSinceNoNumber_IsRefused()
    {
        AppendNumbers(1);

        Assert.Equal(
            "The option appendedSince must be a version of the table, not 'yesterday'.",
            Assert.Throws<AnalysisException>(() => engine.Spark.Read().Format("delta").Option("appendedSince", "yesterday").Load(Path).Count()).Message);
    }

    [Fact]
    public void Load_UpToAVersion_LeavesOutWhatCameLater()
    {
        AppendNumbers(4);
        Table.Delete(Col("id") == 0);

        Assert.Equal([1L, 2L], Ids(Since(0, upTo: 2)));
        Assert.Equal(QueryErrorKind.BadInput, Failure(Since(3, upTo: 2)).Kind);
    }

    [Fact]
    public void Load_WithAnOptimizeInBetween_GivesTheAppendedRowsAlone()
    {
        AppendNumbers(3);
        Table.Optimize().ExecuteCompaction();
        Append(3);

        Assert.Equal([1L, 2L, 3L], Ids(Since(0)));
        Assert.Equal([3L], Ids(Since(2)));
        Assert.Empty(Since(2, upTo: 3).Collect());
        Assert.Single(Regex.Matches(engine.Engine.Explain(Since(0).Filter(Col("id") == 2).Plan), "part-[0-9a-f-]+\\.parquet"));
    }

    [Fact]
    public void Load_AfterAnOptimizeAndAVacuum_NamesTheMissingFile()
    {
        AppendNumbers(1);
        var first = Directory.GetFiles(Path, "*.parquet").Single();
        Append(1);
        var second = Directory.GetFiles(Path, "*.parquet").Single(file => file != first);
        Table.Optimize().ExecuteCompaction();
        engine.Advance(TimeSpan.FromDays(30));
        Table.Vacuum();

        var error = Failure(Since(0));

        Assert.Equal(QueryErrorKind.NotFound, error.Kind);
        Assert.Equal(
            $"'{second}' is gone from storage: '{Path}' was optimized and vacuumed in between, so what was appended from version 1 to 2 can no longer be read. Read the whole table.",
            error.Message);
        Assert.Equal(QueryErrorKind.NotFound, Failure(Since(0, upTo: 1)).Kind);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("UPDATE")]
    [InlineData("WRITE")]
    public void Load_WithChangedRowsInBetween_NamesTheVersion(string operation)
    {
        AppendNumbers(2);
        _ = operation switch
        {
            "DELETE" => Table.Delete(Col("id") == 1),
            "UPDATE" => Table.Update(Col("id") == 1, new Dictionary<string, Column> { ["id"] = Lit(8L) }),
            _ => engine.Spark.Range(8, 9).Write().Format("delta").Mode(SaveMode.Overwrite).Save(Path),
        };
        Append(9);

        var error = Failure(Since(0));

        Assert.Equal(QueryErrorKind.BadInput, error.Kind);
        Assert.StartsWith($"'{Path}' has removed or changed rows in version 2 ({operation}), so what was appended since version 0 cannot be read.", error.Message, StringComparison.Ordinal);
        Assert.Equal([1L], Ids(Since(0, upTo: 1)));
        Assert.Equal([9L], Ids(Since(2)));
    }

    [Fact]
    public void Load_OfAPartitionedTable_GivesItsValues()
    {
        AppendHalves(0, 2);
        AppendHalves(2, 5);
        Table.Optimize().ExecuteCompaction();

        Assert.Equal([[2L, 0L], [3L, 1L], [4L, 0L]], Since(0).OrderBy("id").Collect().Select(row => row.Values));
        Assert.Equal([2L, 4L], Ids(Since(0).Filter(Col("half") == 0)));
    }

    [Fact]
    public void Load_WithANewColumnInBetween_HasNullInOlderRows()
    {
        AppendNumbers(2);
        var log = DeltaLog.ForTable(new LocalFileStore(), new CheckpointFiles(), engine.Clock, Path);
        log.Begin(log.Latest()).SetMetadata(new TableMetadata(new DeltaSchema([new("id", new DeltaPrimitiveType("long")), new("name", new DeltaPrimitiveType("string"))]))).Commit();
        engine.Spark.Range(2, 3).WithColumn("name", Lit("c")).Write().Format("delta").Mode(SaveMode.Append).Save(Path);

        Assert.Equal([[1L, null], [2L, "c"]], Since(0).OrderBy("id").Collect().Select(row => row.Values));
    }

    [Fact]
    public void Load_WhereTheLogWasCleanedUp_NamesTheVersionThatIsGone()
    {
        AppendNumbers(12);
        for (var version = 0; version < 4; version++)
        {
            File.Delete(_folder[$"table/_delta_log/{version:D20}.json"]);
        }

        var error = Failure(Since(2));

        Assert.Equal(QueryErrorKind.NotFound, error.Kind);
        Assert.Contains("the log lacks version 3.", error.Message, StringComparison.Ordinal);
        Assert.Equal([4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L], Ids(Since(3)));
    }

    private static QueryExecutionException Failure(DataFrame rows) => Assert.Throws<QueryExecutionException>(() => rows.Count());

    private DataFrame Since(long version, long? upTo = null)
    {
        var reader = engine.Spark.Read().Format("delta").Option("appendedSince", version);
        return (upTo is { } last ? reader.Option("versionAsOf", last) : reader).Load(Path);
    }

    /// <summary>Version n of the table gets a row n.</summary>
    private void AppendNumbers(int count) => Enumerable.Range(0, count).ToList().ForEach(id => Append(id));

    private void Append(long id) => engine.Spark.Range(id, id + 1).Write().Format("delta").Mode(SaveMode.Append).Save(Path);

    private void AppendHalves(long start, long end) =>
        engine.Spark.Range(start, end).WithColumn("half", Col("id") % 2).Write().Format("delta").Mode(SaveMode.Append).PartitionBy("half").Save(Path);

    private static IEnumerable<long> Ids(DataFrame rows) => rows.OrderBy("id").Collect().Select(row => row.GetAs<long>(0));
}
