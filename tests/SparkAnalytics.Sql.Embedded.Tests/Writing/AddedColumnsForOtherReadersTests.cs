using System.Globalization;
using DuckDB.NET.Data;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Parquet;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Expressions;
using static System.FormattableString;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Writing;

/// <summary>Files that are put together of another table's bytes and new columns, read by Polars, arrow-rs and hyparquet. The values are known by the id of the row, and the statistics are held against the values.</summary>
public sealed class AddedColumnsForOtherReadersTests : RewriteComparison
{
    private static readonly Comparer<object> _order = Comparer<object>.Create((left, right) => left is string text ? string.CompareOrdinal(text, (string)right) : Comparer<object>.Default.Compare(left, right));

    private static readonly string[] _kinds = ["text", "long", "int", "double", "flag", "instant", "day", "amount", "wide", "none"];

    [Fact]
    public async Task Files_WithRowGroupsOfOneRow_AreReadByOthers()
    {
        OtherReaders.Require();
        Base(rows: 8, more: 3);
        Files("base").ToList().ForEach(WriteRowByRow);
        Splice("base", "spliced");

        Assert.All(Files("spliced"), file => Assert.All(ParquetFooter.Read(file).Rows, rows => Assert.Equal(1, rows)));
        await AssertRead("spliced", 11);
        Optimize("spliced");
        await AssertRead("spliced", 11);
    }

    [Fact]
    public async Task Files_WithRowGroupsOfTheUsualSize_AreReadByOthers()
    {
        OtherReaders.Require();
        Base(rows: 81_921, more: 1);
        Splice("base", "spliced");

        Assert.Equal([1, 1, 81_920], Files("spliced").SelectMany(file => ParquetFooter.Read(file).Rows).Order());
        await AssertRead("spliced", 81_922);
        Optimize("spliced");
        await AssertRead("spliced", 81_922);
    }

    [Fact]
    public async Task Files_ToWhichColumnsWereAddedAgain_AreReadByOthers()
    {
        OtherReaders.Require();
        Base(rows: 40, more: 1);
        Splice("base", "spliced");
        Splice("spliced", "twice", "again");

        await AssertRead("twice", 41);
    }

    /// <summary>A column of each kind, of a number for each row.</summary>
    private static DataFrame With(DataFrame rows, string prefix, Column number)
    {
        var instant = Call_UDF("timestamp_micros", (number - 2) * 86_400_000_001L);
        return rows
            .WithColumn($"{prefix}_text", When(number % 7 == 1, Lit(string.Empty)).When(number % 7 == 2, Concat(Lit("Zoë → 東京 🙂 "), number.Cast("string"))).When(number % 7 != 0, Concat(Lit("n"), number.Cast("string"))))
            .WithColumn($"{prefix}_long", (number - 5) * 10_000_000_000_007L)
            .WithColumn($"{prefix}_int", (number - 5).Cast("int"))
            .WithColumn($"{prefix}_double", When(number % 100_000 == 4, Lit(double.NaN)).Otherwise((number / 4) - 1))
            .WithColumn($"{prefix}_flag", When(number % 5 != 0, number % 2 == 0))
            .WithColumn($"{prefix}_instant", instant)
            .WithColumn($"{prefix}_day", DateAdd(Lit("1969-12-30").Cast("date"), (number % 10_000).Cast("int")))
            .WithColumn($"{prefix}_amount", Concat((number - 3).Cast("string"), Lit(".25")).Cast("decimal(12,2)"))
            .WithColumn($"{prefix}_wide", Concat((number - 3).Cast("string"), Lit("12345678901234567.1234")).Cast("decimal(30,4)"))
            .WithColumn($"{prefix}_none", Lit(null).Cast("string"));
    }

    /// <summary>The same values, as readers tell them.</summary>
    private static string? Expected(string column, long id)
    {
        var (prefix, kind) = column.Split('_') is [var first, var second] ? (first, second) : (string.Empty, column);
        var number = prefix switch { "new" => NumberOfNew(id), "again" => id + 1, _ => id };
        return kind switch
        {
            "id" => Invariant($"{number}"),
            "place" => Invariant($"{(id / 3) + 1}"),
            "text" => (number % 7) switch { 0 => null, 1 => string.Empty, 2 => Invariant($"Zoë → 東京 🙂 {number}"), _ => Invariant($"n{number}") },
            "long" => Invariant($"{(number - 5) * 10_000_000_000_007}"),
            "int" => Invariant($"{number - 5}"),
            "double" => number % 100_000 == 4 ? "NaN" : Invariant($"{(number / 4.0) - 1}"),
            "flag" => number % 5 == 0 ? null : number % 2 == 0 ? "true" : "false",
            "instant" => Invariant($"{(number - 2) * 86_400_000_001}"),
            "day" => Invariant($"{(number % 10_000) - 2}"),
            "amount" => Invariant($"{number - 3}.25"),
            "wide" => Invariant($"{number - 3}12345678901234567.1234"),
            "none" => null,
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No such column."),
        };
    }

    private static long NumberOfNew(long id) => (id * 3) + 1;

    /// <summary>What values of a column are compared by; to Polars, NaN is greater than all numbers. hyparquet has decimals as floating numbers, of which the last digits are of no account.</summary>
    private static object Key(string column, string text, string reader) => column[(column.IndexOf('_', StringComparison.Ordinal) + 1)..] switch
    {
        "text" or "none" => text,
        "flag" => bool.Parse(text),
        "double" => text == "NaN" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture),
        "amount" or "wide" when reader == "hyparquet" => double.Parse(double.Parse(text, CultureInfo.InvariantCulture).ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        "amount" or "wide" => decimal.Parse(text, CultureInfo.InvariantCulture),
        _ => long.Parse(text, CultureInfo.InvariantCulture),
    };

    private async Task AssertRead(string name, int rows)
    {
        string[] columns = ["id", .. _kinds.Select(kind => $"old_{kind}"), .. _kinds.Select(kind => $"new_{kind}"), "new_place", .. name == "twice" ? _kinds.Select(kind => $"again_{kind}") : []];
        var expected = columns.ToDictionary(column => column, column => Enumerable.Range(0, rows).Select(id => Expected(column, id)).ToArray());
        var conditions = expected.Where(column => !column.Key.EndsWith("_none", StringComparison.Ordinal)).SelectMany(column => Conditions(column.Key, column.Value)).ToList();
        var keys = expected.ToDictionary(column => column.Key, column => column.Value.Select(value => value is null ? null : Key(column.Key, value, "polars")).ToArray());
        var files = await OtherReaders.Read(Files(name), conditions);

        foreach (var file in files)
        {
            Assert.Equal(["polars", "arrow-rs", "hyparquet"], file.Values.Keys);
            Assert.All(file.Values, found => AssertValues(found.Key, found.Value, expected));
            AssertStatistics(file);
        }

        Assert.True(files.SelectMany(file => Ids(file.Values["polars"]["id"])).Order().SequenceEqual(Enumerable.Range(0, rows).Select(id => (long)id)), "Rows are missing, or there twice.");
        foreach (var (index, condition) in conditions.Index())
        {
            var (fitting, found) = (Fitting(condition, keys[condition.Column]).ToList(), files.SelectMany(file => Ids(file.Filtered[index])).Order().ToList());
            Assert.True(fitting.SequenceEqual(found), $"Of {fitting.Count} rows with {condition}, Polars finds {found.Count}.");
        }
    }

    private static void AssertValues(string reader, Dictionary<string, string?[]> found, Dictionary<string, string?[]> expected)
    {
        Assert.Equal(expected.Keys, found.Keys);
        var ids = Ids(found["id"]).ToList();
        foreach (var (column, values) in found)
        {
            Assert.Equal(ids.Count, values.Length);
            foreach (var (row, id) in ids.Index())
            {
                var (wanted, value) = (expected[column][(int)id], values[row]);
                if (wanted != value && (wanted is null || value is null || !Key(column, wanted, reader).Equals(Key(column, value, reader))))
                {
                    Assert.Fail($"{reader} has {column} of {id} as {value ?? "NULL"}, not {wanted ?? "NULL"}.");
                }
            }
        }
    }

    /// <summary>Holds what the file tells against the values that are in it.</summary>
    private static void AssertStatistics(FoundFile file)
    {
        var first = 0;
        foreach (var group in file.Statistics)
        {
            Assert.Equal(file.Values["hyparquet"].Keys, group.Columns.Keys);
            foreach (var (column, told) in group.Columns)
            {
                var values = file.Values["hyparquet"][column].AsSpan(first, group.Rows).ToArray();
                AssertStatistics(column, told, [.. values.OfType<string>()], values.Count(value => value is null));
            }

            first += group.Rows;
        }

        Assert.Equal(first, file.Values["hyparquet"]["id"].Length);
    }

    private static void AssertStatistics(string column, FoundStatistics told, string[] values, int nulls)
    {
        Assert.Equal((column, nulls), (column, told.Nulls));
        if (told.Distinct is { } distinct)
        {
            Assert.Equal((column, values.Distinct().Count()), (column, distinct));
        }

        // Where one is NaN there is no order, and without values nothing to tell.
        if (values.Length == 0 || values.Contains("NaN"))
        {
            Assert.Null(told.Least);
            Assert.Null(told.Greatest);
            return;
        }

        Assert.True(told.IsExact, column);
        var keys = values.Select(value => Key(column, value, "hyparquet")).ToList();
        Assert.Equal((column, keys.Min(_order), keys.Max(_order)), (column, Key(column, told.Least!, "hyparquet"), Key(column, told.Greatest!, "hyparquet")));
    }

    /// <summary>Asks for values that the first and the last rows have, and for those beyond.</summary>
    private static (string Column, string Comparison, string Value)[] Conditions(string column, string?[] expected)
    {
        var values = expected.Where(value => value is not (null or "NaN")).Select(value => value!).ToList();
        return [(column, "=", values[1]), (column, "=", values[^1]), (column, "<", values[1]), (column, ">", values[^2])];
    }

    /// <summary>The rows for which a condition holds.</summary>
    private static IEnumerable<long> Fitting((string Column, string Comparison, string Value) condition, object?[] keys)
    {
        var value = Key(condition.Column, condition.Value, "polars");
        return keys.Index().Where(row => row.Item is { } key && (condition.Comparison, _order.Compare(key, value)) is ("=", 0) or ("<", < 0) or (">", > 0)).Select(row => (long)row.Index);
    }

    private static IEnumerable<long> Ids(string?[] texts) => texts.Select(text => long.Parse(text!, CultureInfo.InvariantCulture));

    /// <summary>A table of two files.</summary>
    private void Base(int rows, int more)
    {
        var spark = SparkSession.Create(Rewriting);
        With(spark.Range(rows), "old", Col("id")).Write().Format("delta").Save(Folder["base"]);
        With(spark.Range(rows, rows + more), "old", Col("id")).Write().Format("delta").Mode("append").Save(Folder["base"]);
        Assert.Equal(2, Files("base").Count);
    }

    private void Splice(string from, string name, string? prefix = null)
    {
        var rows = SparkSession.Create(Rewriting).Read().Format("delta").Load(Folder[from]);
        var added = prefix is null
            ? With(rows, "new", (Col("id") * 3) + 1).WithColumn("new_place", RowNumber().Over(Window.PartitionBy(Col("id") % 3).OrderBy("id")))
            : With(rows, prefix, Col("id") + 1);
        added.Write().Format("delta").Save(Folder[name]);

        var sources = Files(from).Select(file => File.ReadAllBytes(file)[..(int)ParquetFooter.Read(file).DataEnd]).ToList();
        Assert.All(Files(name), file => Assert.Contains(sources, source => File.ReadAllBytes(file).AsSpan().StartsWith(source)));
    }

    private void Optimize(string name)
    {
        var table = DeltaTable.ForPath(SparkSession.Create(Rewriting), Folder[name]);
        table.Optimize().ExecuteCompaction();
        table.Vacuum(TimeSpan.Zero, [], dryRun: false, enforceRetention: false);
        Assert.Equal(Files(name).Single(), Directory.GetFiles(Folder[name], "*.parquet").Single());
    }

    /// <summary>Writes a file anew with row groups of one row, which the engine does only of files with one row.</summary>
    private static void WriteRowByRow(string path)
    {
        var (rows, target) = (ParquetFooter.Read(path).Rows.Sum(), $"{path}.new");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var selects = Enumerable.Range(0, (int)rows).Select(row => Invariant($"SELECT * EXCLUDE (file_row_number) FROM read_parquet('{path}', file_row_number = true) WHERE file_row_number = {row}"));
        command.CommandText = $"COPY ({string.Join(" UNION ALL ", selects)}) TO '{target}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 1)";
        command.ExecuteNonQuery();
        File.Move(target, path, overwrite: true);
    }

    private List<string> Files(string name) => [.. DeltaLog.ForTable(new LocalFileStore(), new CheckpointFiles(), TimeProvider.System, Folder[name]).Latest().Files.Select(file => file.Path)];
}
