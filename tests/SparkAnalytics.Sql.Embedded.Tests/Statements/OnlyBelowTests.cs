using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Tests.Support;

namespace SparkAnalytics.Sql.Embedded.Tests.Statements;

/// <summary>An engine that may read one folder: DuckDB itself opens no file elsewhere, whatever a statement says.</summary>
public sealed class OnlyBelowTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SparkSession _spark;

    public OnlyBelowTests()
    {
        foreach (var name in new[] { "in", "out" })
        {
            Directory.CreateDirectory(_folder[name]);
            File.WriteAllText(Path.Combine(_folder[name], "a.csv"), $"word\n{name}\n");
        }

        _spark = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { OnlyBelow = [_folder["in"]], OnlyBelowAdvice = "ask for more" }));
    }

    [Fact]
    public void Read_InsideAndOutside_OpensTheOneAndRefusesTheOther()
    {
        Assert.Equal(["in"], Words("in"));
        Assert.Equal(QueryErrorKind.BadInput, Assert.Throws<QueryExecutionException>(() => Words("out")).Kind);
    }

    [Fact]
    public void Sql_OverAView_ReadsItButNoFile()
    {
        _spark.Read().Option("header", "true").Csv(_folder["in"]).CreateOrReplaceTempView("words");
        Assert.Equal(["in"], _spark.Sql("FROM words").Collect().Select(row => row.GetAs<string>(0)));
        Assert.Contains("ask for more", Assert.Throws<AnalysisException>(() => _spark.Sql($"FROM '{_folder["in"]}/a.csv'")).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _spark.Dispose();
        _folder.Dispose();
    }

    private string[] Words(string name) => [.. _spark.Read().Option("header", "true").Csv(_folder[name]).Collect().Select(row => row.GetAs<string>(0))];
}
