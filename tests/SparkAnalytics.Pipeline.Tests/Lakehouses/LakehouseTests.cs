using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Tests.Lakehouses;

public sealed class LakehouseTests : IDisposable
{
    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Table_WhenTheNameIsUnknown_ListsTheNames()
    {
        var error = Assert.Throws<PipelineException>(() => _test.Lakehouse.Table("fct_order", RunSelector.Latest));

        Assert.Equal(ExitCode.BadUsage, error.ExitCode);
        Assert.Contains("There is no table 'fct_order'. Did you mean 'fct_orders'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_OfATableWithAColumnOfAnotherRelease_SaysSo()
    {
        _test.Rebuild(_test.File("in.csv", "client_id,timestamp,event_name\nu1,2025-03-01T08:00:00Z,page_view\n"));
        Assert.Equal(("user_id", "string", "The user."), _test.Lakehouse.Describe("dim_users").Columns.Select(column => (column.Name, column.Type, column.Meaning)).First());
        var newer = _test.Query("select *, 1 as karma from dim_users").Select(row => new Sql.GenericRow([.. row.Values])).ToList();
        var schema = _test.Lakehouse.Query("select *, 1 as karma from dim_users", RunSelector.Latest).Schema();
        _test.Spark.CreateDataFrame(newer, schema).Write().Format("delta").Mode(Sql.SaveMode.Overwrite).Option("overwriteSchema", true).Save(Path.Combine(_test.Path, "dim_users"));
        var log = new RunLog(_test.Spark, new LakehousePaths(_test.Path));
        var last = log.Select(RunSelector.Latest);
        log.Append(last with { RunId = 2, Versions = last.Versions.SetItem("dim_users", 1) });

        var error = Assert.Throws<PipelineException>(() => _test.Lakehouse.Describe("dim_users"));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains("dim_users has a column 'karma' that this release does not know", error.Message, StringComparison.Ordinal);
    }
}
