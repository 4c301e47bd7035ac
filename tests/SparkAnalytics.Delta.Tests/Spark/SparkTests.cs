namespace SparkAnalytics.Delta.Tests;

public sealed class SparkTests(SparkFixture spark) : IClassFixture<SparkFixture>
{
    [Theory]
    [InlineData("partitioned")]
    [InlineData("deletion_vectors")]
    [InlineData("mapped_by_name")]
    [InlineData("mapped_by_id")]
    [InlineData("commits")]
    [InlineData("v2_json")]
    [InlineData("v2_parquet")]
    [InlineData("parts")]
    [InlineData("struct_statistics")]
    [InlineData("widened")]
    [InlineData("without_zone")]
    [InlineData("in_commit_time")]
    [InlineData("clustered")]
    [InlineData("append_only")]
    public void Latest_OfTableThatSparkWrote_HasItsRows(string name)
    {
        var expected = spark.SeenBySpark("theirs/" + name);
        var log = spark.Theirs(name);

        Assert.Equal(expected, SparkFixture.Lines(DuckDbTable.Rows(log, log.Latest())));
        Assert.NotEmpty(expected);
    }

    [Theory]
    [InlineData("commits", 20)]
    [InlineData("v2_json", 4)]
    [InlineData("v2_parquet", 4)]
    [InlineData("parts", 4)]
    [InlineData("struct_statistics", 2)]
    public void Latest_WhenLogBeforeCheckpointIsGoneAndHintIsBroken_HasTheSameRows(string name, int checkpoint)
    {
        var expected = spark.SeenBySpark("theirs/" + name);
        var log = spark.Theirs(name);
        for (var version = 0; version < checkpoint; version++)
        {
            File.Delete($"{log.TableRoot}/_delta_log/{version:D20}.json");
        }

        File.WriteAllText($"{log.TableRoot}/_delta_log/_last_checkpoint", "{\"version\":9");

        Assert.Equal(expected, SparkFixture.Lines(DuckDbTable.Rows(log, log.Latest())));
        if (name != "commits")
        {
            _ = Assert.Throws<TableVersionNotFoundException>(() => log.At(1));
        }
    }

    [Fact]
    public void FilesMatching_ByStatisticsOfSpark_KeepsTheMillisecondThatWasCut()
    {
        _ = spark.SeenBySpark("theirs/struct_statistics");
        var snapshot = spark.Theirs("struct_statistics").Latest();
        var maximum = new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero).AddMicroseconds(123999);

        _ = Assert.Single(snapshot.FilesMatching("t", maximum, maximum));
        Assert.Empty(snapshot.FilesMatching("t", maximum.AddMilliseconds(2), maximum.AddMilliseconds(2)));
        Assert.Equal(2, snapshot.FilesMatching("id", 1, 2).Sum(file => file.Statistics!.RecordCount));
    }

    [Fact]
    public void Latest_OfVariantTable_IsRefusedByFeature()
    {
        _ = spark.SeenBySpark("theirs/variant");

        var refusal = Assert.Throws<UnsupportedTableFeatureException>(() => spark.Theirs("variant").Latest());

        Assert.Contains(refusal.Features, feature => feature.StartsWith("variantType", StringComparison.Ordinal));
    }

    [Fact]
    public void History_OfTableThatSparkWrote_NamesItsOperations()
    {
        _ = spark.SeenBySpark("theirs/deletion_vectors");

        var history = spark.Theirs("deletion_vectors").History();

        Assert.Equal(["MERGE", "DELETE", "DELETE", "CREATE TABLE AS SELECT"], history.Select(entry => entry.Operation));
        Assert.Equal([3, 2, 1, 0], history.Select(entry => entry.Version));
    }

    [Theory]
    [InlineData("types", """["1","2","3","5000000000","1.5","2.25","true","1969-12-31","2024-05-06 07:08:09.123456","ü \"quoted\"","1234567.89","[{x, 2}, null]","{k -> 7}"]""",
        """[null,null,null,null,null,null,null,null,null,null,null,null,null]""")]
    [InlineData("types@0", """["1","2","3","5000000000","1.5","2.25","true","1969-12-31","2024-05-06 07:08:09.123456","ü \"quoted\"","1234567.89","[{x, 2}, null]","{k -> 7}"]""")]
    [InlineData("types#history", """["0","CREATE TABLE AS SELECT"]""", """["1","WRITE"]""")]
    [InlineData("types#detail", """["1","2","2"]""")]
    [InlineData("overwritten", """["new"]""")]
    [InlineData("overwritten@0", """["1","old"]""")]
    [InlineData("partitioned", """["1","a b/%","2024-01-01"]""", """["2",null,null]""")]
    [InlineData("compacted", """["0","n0"]""", """["1","n1"]""", """["2","n2"]""", """["3","n3"]""", """["4","n4"]""", """["5","n5"]""", """["6","n6"]""",
        """["7","n7"]""", """["8","n8"]""", """["9","n9"]""")]
    [InlineData("compacted@0", """["0","n0"]""", """["1","n1"]""")]
    [InlineData("compacted#detail", """["1","2","1"]""")]
    [InlineData("checkpointed#history", """["10","WRITE"]""", """["11","WRITE"]""", """["12","WRITE"]""")]
    [InlineData("checkpointed#pruned", """["5","2024-01-05","2024-01-05 10:00:00.123456","secret"]""")]
    [InlineData("checkpointed#appended", """["25"]""")]
    public void Spark_ReadsTableThatWeWrote(string name, params string[] expected) =>
        Assert.Equal(expected.Select(line => Lines(line)).Order(StringComparer.Ordinal), spark.SeenBySpark("ours/" + name));

    [Fact]
    public void Commit_AfterSparkAppendedToOurTable_GoesOn()
    {
        Assert.Equal(24, spark.SeenBySpark("ours/checkpointed").Count);
        var log = spark.Ours.Log("checkpointed");
        var snapshot = log.Latest();

        Assert.Equal((13, 12), (snapshot.Version, snapshot.Transactions["job"]));
        Assert.Equal(25, DuckDbTable.Rows(log, snapshot).Count);
        Assert.Equal(14, log.Begin(snapshot).Remove(snapshot.Files).Commit().Version);
        Assert.Empty(log.Latest().Files);
    }

    private static string Lines(string json) => SparkFixture.Lines([System.Text.Json.JsonSerializer.Deserialize<string?[]>(json)!])[0];
}
