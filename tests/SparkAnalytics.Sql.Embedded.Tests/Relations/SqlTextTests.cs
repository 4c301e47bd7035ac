using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Tests.Relations;

/// <summary>SQL as text is DuckDB's, and sees the session's views.</summary>
public sealed class SqlTextTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public void Sql_OverAView_RunsInDuckDbsDialect()
    {
        var users = new StructType([new StructField("user", new StringType())]);
        engine.Spark.CreateDataFrame([new GenericRow(["ann"]), new GenericRow(["ann"]), new GenericRow(["bob"]), new GenericRow([null])], users).CreateOrReplaceTempView("events");

        var rows = engine.Spark.Sql("SELECT \"user\", count(*) FROM events WHERE \"user\" IS NOT NULL GROUP BY ALL ORDER BY ALL").Collect();

        Assert.Equal([("ann", 2L), ("bob", 1L)], rows.Select(row => (row.GetAs<string>(0), row.GetAs<long>(1))));
    }
}
