namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>A lakehouse belongs to no engine: what one wrote, the other reads and keeps in order.</summary>
[Collection("Spark")]
public sealed class CrossEngineTests(SparkLakehouse shared) : IDisposable
{
    private const string Orders = "SELECT order_id, user_id, order_ts, revenue, order_channel FROM fct_orders ORDER BY order_id";
    private const string Attribution = "SELECT order_id, model, channel, count(*) AS touches, sum(credit) AS credit, sum(revenue) AS revenue FROM fct_order_attribution GROUP BY order_id, model, channel ORDER BY order_id, model, channel";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Sorted =>
    [
        Attribution,
        "SELECT * FROM dim_users ORDER BY user_id",
        "SELECT reason, count(*) AS n FROM quarantined_events GROUP BY reason ORDER BY reason",
        string.Join(" UNION ALL ", SampleLakehouse.Tables.Select(table => $"SELECT '{table}' AS name, count(*) AS n FROM {table}")) + " ORDER BY name",
    ];

    [Theory]
    [MemberData(nameof(Sorted))]
    public void Tables_OfEitherWriter_AreTheSameRowsForEitherReader(string sql)
    {
        var expected = Csv(StartedProgram.Run, sql, shared.ByEmbedded.Path);

        Assert.True(expected.Length > "a\r\nb\r\n".Length, expected);
        Assert.Equal(expected, Csv(StartedProgram.Run, sql, shared.BySpark.Path));
        Assert.Equal(expected, Csv(SparkProgram.Run, sql, shared.ByEmbedded.Path));
        Assert.Equal(expected, Csv(SparkProgram.Run, sql, shared.BySpark.Path));
    }

    [Fact]
    public void LakehouseOfSpark_IsKeptInOrderByTheEmbeddedEngine() => KeptInOrder(shared.BySpark, StartedProgram.Run);

    [Fact]
    public void LakehouseOfTheEmbeddedEngine_IsKeptInOrderBySpark() => KeptInOrder(shared.ByEmbedded, SparkProgram.Run);

    [Fact]
    public void IncrementsWithDeletionVectors_AreTheSameRowsForSpark()
    {
        _ = SparkProgram.Remote;
        var lakehouse = _folder.Of("lakehouse");
        string[] input = [.. Directory.GetFiles(shared.Sample).Order(StringComparer.Ordinal).SelectMany(file => new[] { "--input", file })];
        StartedProgram.Run(["rebuild", "--lakehouse", lakehouse, .. input[..^20]]).Succeeded();
        StartedProgram.Run(["run", "--lakehouse", lakehouse, "--set", "files.deletion_vectors=true", .. input]).Succeeded();

        Assert.Contains("\"deletionVector\":{", string.Concat(Directory.GetFiles(Path.Combine(lakehouse, "dim_users", "_delta_log"), "*.json").Select(File.ReadAllText)), StringComparison.Ordinal);
        Assert.All(["fct_session_events", "fct_sessions", "dim_users", "fct_marketing_touches"], table =>
        {
            string[] sorted = [.. Lines(StartedProgram.Run, $"SELECT * FROM {table}", lakehouse).Order(StringComparer.Ordinal)];
            Assert.True(sorted.Length > 1, table);
            Assert.Equal(sorted, Lines(SparkProgram.Run, $"SELECT * FROM {table}", lakehouse).Order(StringComparer.Ordinal));
            Assert.Equal(sorted, Lines(StartedProgram.Run, $"SELECT * FROM {table}", shared.ByEmbedded.Path).Order(StringComparer.Ordinal));
        });
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Optimizes and vacuums a copy by the engine that did not write it, and compares what both then see in it.</summary>
    private void KeptInOrder(SparkLakehouse.Built built, Func<string[], CommandResult> other)
    {
        _ = SparkProgram.Remote;
        var lakehouse = built.CopyTo(_folder.Of("lakehouse"));
        var before = Csv(StartedProgram.Run, Orders, lakehouse);

        Assert.Contains("fct_session_events", other(["optimize", "--lakehouse", lakehouse]).Succeeded().Output, StringComparison.Ordinal);
        var files = Files(lakehouse);
        Assert.NotEmpty(files);
        var orphan = Path.Combine(lakehouse, "fct_orders", "part-of-a-write-that-failed.parquet");
        File.WriteAllText(orphan, "x");
        File.SetLastWriteTimeUtc(orphan, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-8));
        other(["vacuum", "--retain", "7d", "--lakehouse", lakehouse]).Succeeded();

        // Nothing else is older than seven days yet.
        Assert.Equal(files, Files(lakehouse));

        Assert.Equal((before, before), (Csv(StartedProgram.Run, Orders, lakehouse), Csv(SparkProgram.Run, Orders, lakehouse)));
        Assert.Equal(["2 optimize completed", "1 rebuild completed"], Runs(StartedProgram.Run, lakehouse).Select(line => string.Join(' ', line.Split(',')[..3])));
        Assert.Equal(Runs(StartedProgram.Run, lakehouse), Runs(SparkProgram.Run, lakehouse));
        Assert.Equal(FirstVersion(StartedProgram.Run, lakehouse), FirstVersion(SparkProgram.Run, lakehouse));
    }

    private static string Csv(Func<string[], CommandResult> run, string sql, string lakehouse) =>
        run(["query", sql, "--lakehouse", lakehouse, "--output-format", "csv"]).Succeeded().Output;

    private static string[] Lines(Func<string[], CommandResult> run, string sql, string lakehouse) => run(["query", sql, "--lakehouse", lakehouse, "--output-format", "csv"]).Succeeded().OutputLines;

    private static string[] Files(string lakehouse) =>
        [.. Directory.GetFiles(lakehouse, "part-*.parquet", SearchOption.AllDirectories).Where(file => !file.Contains("_state", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string[] Runs(Func<string[], CommandResult> run, string lakehouse) =>
        run(["runs", "--lakehouse", lakehouse, "--output-format", "csv"]).Succeeded().OutputLines[1..];

    /// <summary>The rows of a table as its first commit left them, in an order of our own: a table has none.</summary>
    private static string[] FirstVersion(Func<string[], CommandResult> run, string lakehouse) =>
        [.. run(["show", "fct_orders", "--version", "0", "--limit", "1000000", "--lakehouse", lakehouse, "--output-format", "csv"]).Succeeded().OutputLines.Order(StringComparer.Ordinal)];
}
