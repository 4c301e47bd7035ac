using System.Globalization;
using BenchmarkDotNet.Attributes;
using SparkAnalytics.SampleData;
using SparkAnalytics.Sql.Embedded;
using SparkAnalytics.Sql.Embedded.Native.Json;
using SparkAnalytics.Sql.Embedded.Native.Keys;
using SparkAnalytics.Sql.Embedded.Sessions;

namespace SparkAnalytics.Benchmarks;

/// <summary>Functions in C# over sample rows that lie in memory.</summary>
public class FunctionBenchmarks : IDisposable
{
    private const int Rows = 100_000;

    /// <summary>The column that a function reads, and its call, with the number of a set of keys in place of <c>{0}</c>.</summary>
    private static readonly Dictionary<string, (string Column, string Sql)> s_functions = new()
    {
        ["none"] = ("whole", "whole"),
        ["md5"] = ("whole", "spark_md5(whole)"),
        ["md5 of DuckDB"] = ("whole", "md5(whole)"),
        ["url_host"] = ("page_url", "spark_url_host(page_url)"),
        ["url_tags"] = ("page_url", "spark_url_tags(page_url, 'query', 'utm_source&utm_medium&utm_campaign')"),
        ["json_values"] = ("event_data", $"spark_json_values(event_data, '{JsonMembers.Ask(JsonWanted.Any, "value")}{JsonMembers.Separator}{JsonMembers.Ask(JsonWanted.Any, "currency")}')"),
        ["translate"] = ("client_id", "spark_translate_ascii(client_id, 'abc.-', 'ABC')"),
        ["key set"] = ("key", "spark_is_first_key(key, {0})"),
        ["to_timestamp"] = ("timestamp", "spark_to_timestamp(\"timestamp\")"),
    };

    private DuckDatabase? _database;

    private DuckSession? _session;

    /// <summary>The names of the functions.</summary>
    public static IEnumerable<string> Functions => s_functions.Keys;

    /// <summary>The function that is measured.</summary>
    [ParamsSource(nameof(Functions))]
    public string Function { get; set; } = "none";

    /// <summary>Makes the rows.</summary>
    [GlobalSetup]
    public void Fill()
    {
        _database = new DuckDatabase(new EmbeddedEngineOptions { Threads = 1 });
        _session = _database.Open();
        var folder = Path.Combine(_database.TempFolder, "sample");
        SampleParquet.Write(new SampleOptions(Rows), folder);
        _session.Execute($"CREATE TEMP TABLE events AS SELECT *, concat_ws(chr(31), *COLUMNS(*)) AS whole FROM read_parquet('{folder}/*.parquet')");
        _session.Execute("CREATE TEMP TABLE rows AS SELECT *, md5(whole) AS key FROM events");
    }

    /// <summary>Computes the function for each row.</summary>
    [Benchmark]
    public void Run()
    {
        using var keys = new KeySet();
        _session!.Execute($"SELECT count({string.Format(CultureInfo.InvariantCulture, s_functions[Function].Sql, keys.Id)}) FROM rows");
    }

    /// <summary>Ends DuckDB.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _session?.Dispose();
        _database?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>How many texts the function reads, and how many bytes they have.</summary>
    internal (double Texts, double Bytes) Input(string function)
    {
        var column = s_functions[function].Column;
        return (Number($"count(\"{column}\")"), Number($"CAST(sum(strlen(\"{column}\")) AS BIGINT)"));
    }

    private double Number(string sql) => Convert.ToDouble(_session!.Scalar($"SELECT {sql} FROM rows"), CultureInfo.InvariantCulture);
}
