using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

/// <summary>Files that the log names and that are gone: the error says which, of which version, and what can be done.</summary>
public sealed class MissingFileTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DeltaTable Table => DeltaTable.ForPath(engine.Spark, _folder["table"]);

    private DataFrame Rows => engine.Spark.Read().Format("delta").Load(_folder["table"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OfAVersionWithoutItsFile_SaysSo()
    {
        Write(1, SaveMode.Overwrite);
        var missing = Delete("*.parquet");
        Write(2, SaveMode.Overwrite);

        AssertNames(missing, 0, () => engine.Spark.Read().Format("delta").Option("versionAsOf", 0).Load(_folder["table"]).Collect().Count());
        AssertNames(missing, 0, () => engine.Spark.Read().Format("delta").Option("versionAsOf", 0).Load(_folder["table"]).Filter(Col("id") > 0).Count());
        Assert.Equal(2L, Assert.Single(Rows.Collect())[0]);
    }

    [Fact]
    public void Change_OfATableWithoutAFile_SaysSo()
    {
        Write(1, SaveMode.Overwrite);
        Write(2, SaveMode.Append);
        var missing = Delete("*.parquet");
        var values = new Dictionary<string, Column> { ["id"] = Lit(7L) };
        var source = engine.Spark.Range(1, 4).As("new");

        AssertNames(missing, 1, () => Table.Update(Col("id") > 0, values));
        AssertNames(missing, 1, () => Table.Delete(Col("id") > 0));
        AssertNames(missing, 1, () => Table.As("old").Merge(source, Col("old.id") == Col("new.id")).WhenMatched().UpdateAll().Execute());
        AssertNames(missing, 1, () => Table.Optimize().ExecuteCompaction());
        AssertNames(missing, 1, () => Rows.Write().Format("delta").Save(_folder["copy"]));
    }

    [Fact]
    public void Read_WithoutADeletionVector_SaysSo()
    {
        engine.Spark.Range(1, 100_000).Write().Format("delta").Option("deletionVectors", true).Save(_folder["table"]);
        Table.Delete(Col("id") % 7 == 3);
        var missing = Delete("*.bin");

        AssertNames(missing, 1, () => Rows.Collect().Count());
        AssertNames(missing, 1, () => Table.Delete(Col("id") == 5));
    }

    private void Write(long id, SaveMode mode) => engine.Spark.Range(id, id + 1).Write().Format("delta").Mode(mode).Save(_folder["table"]);

    private string Delete(string pattern)
    {
        var path = Directory.GetFiles(_folder["table"], pattern, SearchOption.TopDirectoryOnly)[0];
        File.Delete(path);
        return path;
    }

    private void AssertNames(string missing, int version, Func<object> run)
    {
        var error = Assert.Throws<QueryExecutionException>(run);

        Assert.Equal(
            $"The file '{missing}' is gone from storage, but version {version} of the Delta table '{_folder["table"]}' needs it: a vacuum, or somebody by hand, may have deleted it. Read a newer version if there is one, or restore the file.",
            error.Message);
        Assert.Equal(QueryErrorKind.NotFound, error.Kind);
    }

    private void AssertNames(string missing, int version, Action run) => AssertNames(missing, version, () =>
    {
        run();
        return 0;
    });
}
