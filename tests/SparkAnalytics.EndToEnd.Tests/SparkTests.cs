using System.Text.Json;

namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>Apache Spark itself reads what the program wrote.</summary>
public sealed class SparkTests(SampleLakehouse shared) : IClassFixture<SampleLakehouse>
{
    private const string Script = """
        import sys
        from pyspark.sql import SparkSession
        spark = SparkSession.builder.getOrCreate()
        for table in sys.argv[2:]:
            rows = spark.read.format("delta").load(sys.argv[1] + "/" + table)
            print("\t".join([table, str(rows.count()), " ".join(name + ":" + kind for name, kind in rows.dtypes)]))
        orders = spark.read.format("delta").load(sys.argv[1] + "/fct_orders")
        for row in orders.orderBy("order_id").collect():
            print("\t".join(["order", row.order_id, str(row.revenue), str(row.order_channel)]))
        """;

    [Fact]
    public void Spark_OfEveryTable_ReadsTheSameRows()
    {
        var home = Environment.GetEnvironmentVariable("SPARK_HOME");
        Assert.SkipUnless(!string.IsNullOrEmpty(home), "SPARK_HOME is not set");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Of("read.py"), Script);
        var info = StartedProgram.Info(Path.Combine(home, "bin", "spark-submit"), folder.Path,
        [
            "--master", "local[1]", "--driver-memory", "1g",
            "--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=ERROR", "--conf", "spark.api.mode=classic",
            "--conf", "spark.sql.session.timeZone=UTC", "--conf", "spark.sql.shuffle.partitions=1", "--conf", "spark.databricks.delta.snapshotPartitions=1", "--conf", "spark.driver.bindAddress=127.0.0.1",
            "--conf", "spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension",
            "--conf", "spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog",
            folder.Of("read.py"), shared.Path, .. SampleLakehouse.Tables,
        ]);
        info.Environment["SPARK_LOCAL_IP"] = "127.0.0.1";
        using var running = new RunningProgram(info, TimeSpan.FromMinutes(10));
        var read = running.Finish().Succeeded().OutputLines.Select(line => line.Split('\t')).ToArray();

        Assert.Equal(
            SampleLakehouse.Counts(shared.Path).OrderBy(pair => pair.Key, StringComparer.Ordinal),
            read.Where(cells => cells[0] != "order").Select(cells => KeyValuePair.Create(cells[0], long.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture))).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Contains("event_ts:timestamp event_date:date", read.Single(cells => cells[0] == "stg_events")[2], StringComparison.Ordinal);
        Assert.Equal(
            SampleLakehouse.Query(shared.Path, "SELECT order_id, revenue, order_channel FROM fct_orders ORDER BY order_id").EnumerateArray().Select(row => $"{row.GetProperty("order_id").GetString()} {Number(row.GetProperty("revenue"))} {row.GetProperty("order_channel").GetString()}"),
            read.Where(cells => cells[0] == "order").Select(cells => string.Join(' ', cells.Skip(1))));
    }

    private static string Number(JsonElement number) => number.ValueKind == JsonValueKind.Null ? "None" : number.GetRawText();
}
