using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Tests.Input;

public sealed class TypedInputTests : IDisposable
{
    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Rebuild_OfTypedColumns_TakesThemAsTheirText()
    {
        (string Value, string? Expected)[] cases =
        [
            ("40.0::double", "40"),
            ("40.5::double", "40.5"),
            ("1e-7::double", "0.0000001"),
            ("123456789012.1::double", "123456789012.1"),
            ("0.12345678905::double", "0.1234567891"),
            ("-100.0::double", "-100"),
            ("0.0::double", "0"),
            ("0.5::float", "0.5"),
            ("40.50::decimal(9,2)", "40.50"),
            ("12345678901::bigint", "12345678901"),
            ("7::tinyint", "7"),
            ("true", "true"),
            ("date '2025-03-01'", "2025-03-01"),
            ("timestamptz '2025-03-01 10:30:00.1234567+01:00'", "2025-03-01T09:30:00.123456Z"),
            ("timestamp '2025-03-01 09:30:00'", "2025-03-01T09:30:00.000000Z"),
            ("timestamp_ns '2025-03-01 09:30:00.123456789'", "2025-03-01T09:30:00.123456Z"),
            ("{'transaction_id': 'T 1', 'revenue': 40.0::double, 'note': null::varchar}", """{"transaction_id":"T 1","revenue":40}"""),
            ("{'q': 'a\"b', 'n': 7, 'd': 1.50::decimal(9,2), 'b': false, 't': timestamp '2025-03-01 09:30:00', 'in': {'x': null::int, 'y': 1.5::double}}", """{"q":"a\"b","n":7,"d":1.50,"b":false,"t":"2025-03-01T09:30:00.000000Z","in":{"y":1.5}}"""),
            ("map {'transaction_id': 'T1', 'gone': null, 'odd': ',}\":null,'}", """{"transaction_id":"T1","odd":",}\":null,"}"""),
            ("map {'a': 40.0::double, 'b': 1.250::double, 'last': null}", """{"a":40,"b":1.25}"""),
            ("null::map(varchar, varchar)", null),
            ("null::struct(a int)", null),
        ];
        foreach (var (number, (value, _)) in cases.Index())
        {
            Parquet($"in/{number}.parquet", $"select {number} as client_id, timestamp '2025-03-01 09:00:00' as timestamp, 'page_view' as event_name, {value} as event_data");
        }

        var report = _test.Rebuild(_test.In("in"));

        Assert.Empty(report.Input.Quarantined);
        Assert.Equal(
            cases.Select(one => $"{one.Value} is {one.Expected ?? "null"}"),
            _test.Texts("select event_data from stg_events order by user_id::int").Select((text, number) => $"{cases[number].Value} is {text ?? "null"}"));
    }

    [Fact]
    public void Rebuild_OfParquetWithTypes_GivesTheRulesOfTheirText()
    {
        Parquet("events.parquet", """
            select 42::bigint as client_id, timestamptz '2025-03-01 10:30:00+01:00' as timestamp, 'purchase' as event_name,
                   {'transaction_id': 1001, 'revenue': 40.0::double, 'utm_source': 'google', 'utm_medium': 'cpc'} as event_data, 5 as load_id
            """);

        var report = _test.Rebuild(_test.In("events.parquet"));

        Assert.Equal(["load_id"], report.Input.UnknownColumns);
        Assert.Equal(
            ["42|2025-03-01 09:30:00+00|1001|40.00|Paid Search"],
            _test.Texts("select concat_ws('|', user_id, event_ts::varchar, order_id, revenue::varchar, channel) from (select s.*, o.order_id from stg_events s join fct_orders o on o.order_id = s.transaction_id)"));
    }

    [Fact]
    public void Rebuild_WhenParquetFilesDifferInColumnsAndTypes_MatchesThemByName()
    {
        Parquet("in/1.parquet", "select 'u1' as client_id, '2025-03-01T09:00:00Z' as timestamp, 'page_view' as event_name");
        Parquet("in/2.parquet", "select 'page_view' as event_name, timestamp '2025-03-01 09:00:00' as timestamp, 2::bigint as client_id, 'x' as page_url");
        Parquet("in/3.parquet", "select '3' as clientId, '2025-03-01T09:00:00Z' as timestamp, 'page_view' as event_name where false");

        _test.Rebuild(_test.In("in"));

        Assert.Equal(["2|x", "u1|"], _test.Texts("select user_id || '|' || coalesce(page_url, '') from stg_events order by 1"));
    }

    [Fact]
    public void Rebuild_OfADeltaTable_ReadsItsLatestVersionAndNamesItOnce()
    {
        var table = _test.In("raw");
        Delta(table, "select 'u1' as client_id, timestamptz '2025-03-01 09:00:00' as timestamp, 'page_view' as event_name", SaveMode.Overwrite);
        Delta(table, "select 'u2' as client_id, timestamptz '2025-03-01 09:00:00' as timestamp, 'page_view' as event_name", SaveMode.Overwrite);
        Delta(table, "select 'u3' as client_id, timestamptz '2025-03-01 09:00:00' as timestamp, 'page_view' as event_name", SaveMode.Append);

        var report = _test.Rebuild(table + "/");

        Assert.Equal(1, report.Input.Files);
        Assert.Equal(["u2", "u3"], _test.Texts("select user_id from stg_events order by 1"));
        var loaded = _test.Spark.Read().Format("delta").Load(Path.Combine(_test.Path, "_state", "loaded_files")).Collect().Single();
        Assert.Equal(table, loaded.GetAs<string>("path"));
        Assert.Equal(2L, loaded.GetAs<long>("size"));
        _test.Rebuild(table);
    }

    [Fact]
    public void Rebuild_WhenAFolderHoldsADeltaTable_AsksForTheTableItself()
    {
        var table = _test.In("in/raw");
        Delta(table, "select 'u1' as client_id, '2025-03-01T09:00:00Z' as timestamp, 'page_view' as event_name", SaveMode.Overwrite);
        Delta(table, "select 'u2' as client_id, '2025-03-01T09:00:00Z' as timestamp, 'page_view' as event_name", SaveMode.Overwrite);

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(_test.In("in")));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains("/in/raw, some of which may be out of date", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _test.Rebuild(table).Totals.Events);
    }

    [Fact]
    public void Rebuild_WhenADamagedParquetIsAmongTheInputs_NamesItAndKeepsTheTables()
    {
        Parquet("in/1.parquet", "select 'u1' as client_id, '2025-03-01T09:00:00Z' as timestamp, 'page_view' as event_name");
        _test.Rebuild(_test.In("in"));
        _test.File("in/2.parquet", "this is no parquet");

        var error = Assert.Throws<QueryExecutionException>(() => _test.Rebuild(_test.In("in")));

        Assert.Equal(ExitCode.BadInput, ExitCodes.Of(error));
        Assert.Contains("2.parquet", error.Message, StringComparison.Ordinal);
        Assert.Equal(["u1"], _test.Texts("select user_id from stg_events"));
    }

    private void Parquet(string name, string sql)
    {
        var folder = _test.In("parquet-" + Guid.NewGuid().ToString("N"));
        _test.Spark.Sql(sql).Write().Parquet(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(_test.In(name))!);
        File.Move(Directory.EnumerateFiles(folder, "*.parquet").Single(), _test.In(name));
    }

    private void Delta(string path, string sql, SaveMode mode) => _test.Spark.Sql(sql).Write().Format("delta").Mode(mode).Save(path);
}
