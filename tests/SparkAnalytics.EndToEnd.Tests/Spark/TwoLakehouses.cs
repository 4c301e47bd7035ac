using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>One input, rebuilt by each engine into a lakehouse of its own, and what differs between the two; both are read in process.</summary>
internal sealed class TwoLakehouses : IDisposable
{
    /// <summary>A setting: every attribution model that there is.</summary>
    public const string AllModels = "attribution_models=[first_click,last_click,linear,position_based,time_decay]";

    /// <summary>The folder around both, for inputs.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>A session in process.</summary>
    public SparkSession Spark { get; } = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions()));

    /// <summary>Rebuilds both from the same paths, clock and settings.</summary>
    public void Rebuild(string now, IEnumerable<string> inputs, params IEnumerable<string> settings)
    {
        _ = SparkProgram.Remote;
        string[] command = ["rebuild", "--now", now, .. inputs.SelectMany(input => new[] { "--input", input }), .. settings.SelectMany(setting => new[] { "--set", setting })];
        var embedded = StartedProgram.Run([.. command, "--lakehouse", Folder.Of("embedded"), "--engine", "embedded"]).Succeeded();
        var spark = SparkProgram.Run([.. command, "--lakehouse", Folder.Of("spark")]).Succeeded();
        TestContext.Current.TestOutputHelper?.WriteLine(embedded.Output + spark.Output);
    }

    /// <summary>Fails where a table differs in a type or a row, with the table's name and its first rows that only one engine has.</summary>
    /// <returns>The rows of each table.</returns>
    public IReadOnlyDictionary<string, long> Compare()
    {
        var differences = ModelSteps.Tables.SelectMany(Differences).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        return ModelSteps.Tables.ToDictionary(table => table.Name, table => Rows("embedded", table).Count());
    }

    public void Dispose()
    {
        Spark.Stop();
        Folder.Dispose();
    }

    private DataFrame Rows(string engine, TableDefinition table) => Spark.Read().Format("delta").Load(Path.Combine(Folder.Of(engine), table.Name));

    private IEnumerable<string> Differences(TableDefinition table) =>
        TableDifferences.Of(table, new NamedRows("embedded", Rows("embedded", table)), new NamedRows("spark", Rows("spark", table)));
}
