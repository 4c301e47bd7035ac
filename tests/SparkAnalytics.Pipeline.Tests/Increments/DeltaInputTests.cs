using SparkAnalytics.Pipeline.Increments;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Tests.Increments;

/// <summary>A Delta table as input is followed by its versions.</summary>
public sealed class DeltaInputTests : IDisposable
{
    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Run_OnADeltaTable_ReadsWhatWasAppendedSince()
    {
        Append("u1", "u2");
        Assert.Equal(2, Run()!.Input.Rows);
        Assert.Null(Run());

        Append("u3");
        DeltaTable.ForPath(_test.Spark, Table).Optimize().ExecuteCompaction();
        Append("u4");
        var report = Run()!;

        Assert.Equal((2L, 0L, 1L), (report.Input.Rows, report.Input.Duplicates, report.Input.Files));
        Assert.Equal(["u1", "u2", "u3", "u4"], _test.Texts("select user_id from dim_users order by 1"));
        Assert.Null(Run());
    }

    [Fact]
    public void Run_WhenRowsOfTheTableWereRemoved_StopsAndSaysWhatToDo()
    {
        Append("u1", "u2");
        Run();
        DeltaTable.ForPath(_test.Spark, Table).Delete(Col("client_id") == "u1");
        Append("u3");

        var error = Record.Exception(() => Run());

        Assert.Equal(ExitCode.BadInput, ExitCodes.Of(error!));
        Assert.Contains("has removed or changed rows in version 1 (DELETE), so what was appended since version 0 cannot be read.", error!.Message, StringComparison.Ordinal);
        Assert.Contains("rebuild", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["u1", "u2"], _test.Texts("select user_id from dim_users order by 1"));
    }

    [Fact]
    public void Run_WhenTheTableIsAnotherOne_StopsAndSaysSo()
    {
        Append("u1");
        Append("u2");
        Run();
        Directory.Delete(Table, recursive: true);
        Append("u3");

        var error = Assert.Throws<PipelineException>(() => Run());

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains("has version 0, but version 1 of it was loaded", error.Message, StringComparison.Ordinal);
    }

    private string Table => _test.In("raw");

    private RunReport? Run() => _test.Lakehouse.Run(new RunRequest([Table]) { Now = TestLakehouse.Noon }, null, CancellationToken.None);

    private void Append(params string[] users) => _test.Spark.CreateDataFrame(
            users.Select(user => new GenericRow([user, "2025-03-01T09:00:00Z", "page_view"])).ToList(),
            new StructType([new StructField("client_id", new StringType()), new StructField("timestamp", new StringType()), new StructField("event_name", new StringType())]))
        .Write().Format("delta").Mode(SaveMode.Append).Save(Table);
}
