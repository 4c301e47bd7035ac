using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>A Delta table on which both engines work.</summary>
/// <param name="spark">Spark.</param>
/// <param name="embedded">The engine in process.</param>
/// <param name="run">Runs a statement of Spark's SQL.</param>
public sealed class SharedTable(SparkSession spark, SparkSession embedded, Action<string> run) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder["table"];

    public string LogPath => _folder["table/_delta_log"];

    /// <summary>The table as the embedded engine sees it.</summary>
    public DataFrame Ours => embedded.Read().Format("delta").Load(Path);

    /// <summary>The table as Spark sees it.</summary>
    public DataFrame Sparks => spark.Read().Format("delta").Load(Path);

    /// <summary>The table, for changes by the embedded engine.</summary>
    public DeltaTable Table => DeltaTable.ForPath(embedded, Path);

    public SparkSession Embedded => embedded;

    public SparkSession Spark => spark;

    /// <summary>Runs statements of Spark's SQL, with the table for <c>TABLE</c>.</summary>
    public SharedTable Sql(params IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            run(statement.Replace("TABLE", $"delta.`{Path}`", StringComparison.Ordinal).Replace("CREATE delta", "CREATE TABLE delta", StringComparison.Ordinal).Replace("ALTER delta", "ALTER TABLE delta", StringComparison.Ordinal));
        }

        return this;
    }

    /// <summary>Both engines see the same columns and rows.</summary>
    public SharedTable AssertSame(params string[] expected)
    {
        var rows = RowTexts.Of(Sparks);
        Assert.Equal(expected, rows);
        Assert.Equal(rows, RowTexts.Of(Ours));
        Assert.Equal(Sparks.Schema().SimpleString, Ours.Schema().SimpleString);
        return this;
    }

    public void Dispose() => _folder.Dispose();
}
