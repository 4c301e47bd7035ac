using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Behaviour.Delta.RandomTables;

/// <summary>A table with random columns that is changed at random, and the rows that it must have by the rules.</summary>
public sealed partial class RandomTable
{
    /// <summary>The environment variable with the number of tables to try; before a release it is set far higher than for each commit.</summary>
    private const string Tables = "SPARK_ANALYTICS_TABLES";

    private const int MostRows = 12;

    private readonly SparkSession _spark;
    private readonly string _path;
    private readonly Random _random;
    private readonly StructType _schema;
    private readonly IReadOnlyList<string> _partitions;
    private readonly Dictionary<long, IReadOnlyList<IReadOnlyList<object?>>> _versions = [];
    private readonly List<string> _changes = [];
    private IReadOnlyList<IReadOnlyList<object?>> _rows = [];
    private long _ids;

    /// <param name="spark">Changes the table.</param>
    /// <param name="path">Its folder, where nothing is yet.</param>
    /// <param name="seed">The same seed makes the same table.</param>
    public RandomTable(SparkSession spark, string path, int seed)
    {
        (_spark, _path, _random) = (spark, path, new Random(seed));
        _schema = RandomSchema.Next(_random);
        _partitions = RandomSchema.Partitions(_random, _schema);
    }

    /// <summary>How many tables a test tries.</summary>
    /// <param name="unlessSet">Few, for each commit.</param>
    public static int Count(int unlessSet) => int.TryParse(Environment.GetEnvironmentVariable(Tables), out var given) ? given : unlessSet;

    /// <summary>The columns, and what was done.</summary>
    public override string ToString() => $"{_schema.SimpleString} by [{string.Join(", ", _partitions)}]: {string.Join("; ", _changes)}";

    /// <summary>Makes the table and changes it.</summary>
    /// <param name="changes">How often.</param>
    /// <param name="afterEach">What is done after each change.</param>
    public void Change(int changes, Action? afterEach = null)
    {
        Create();
        for (var change = 0; change < changes; change++)
        {
            Change();
            afterEach?.Invoke();
        }
    }

    /// <summary>An engine sees the rows that each version had, as far as vacuum left it.</summary>
    public void AssertVersionsAreReadBy(SparkSession spark)
    {
        foreach (var (version, rows) in _versions)
        {
            AssertSame(rows, spark.Read().Format("delta").Option("versionAsOf", version).Load(_path));
        }
    }

    /// <summary>An engine sees the columns, the rows, and those that a condition leaves, for which it may leave out files.</summary>
    public void AssertIsReadBy(SparkSession spark)
    {
        var frame = spark.Read().Format("delta").Load(_path);
        Assert.Equal(_schema.SimpleString, frame.Schema().SimpleString);
        AssertSame(_rows, frame);
        var condition = RandomCondition.Next(_random, _schema, _rows);
        AssertSame([.. _rows.Where(condition.Holds)], frame.Filter(condition.Column));
    }

    private void AssertSame(IReadOnlyList<IReadOnlyList<object?>> expected, DataFrame actual)
    {
        var (wanted, found) = (RowTexts.Of(expected), RowTexts.Of(actual));
        if (!wanted.SequenceEqual(found))
        {
            Assert.Fail($"{this}\nmissing:\n  {string.Join("\n  ", wanted.Except(found))}\ntoo many:\n  {string.Join("\n  ", found.Except(wanted))}\n{wanted.Count} rows wanted, {found.Count} found");
        }
    }

    /// <summary>Notes the version that a change made, if it made one, and the rows that the table has.</summary>
    private void Note(string change, long? version, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        _changes.Add(change);
        _rows = rows;
        if (version is { } made)
        {
            _versions.Add(made, rows);
        }
    }

    private IReadOnlyList<IReadOnlyList<object?>> NewRows() => [.. Enumerable.Range(0, _random.Next(MostRows)).Select(_ => NewRow(_ids++))];

    private IReadOnlyList<object?> NewRow(long id) => [id, .. _schema.Fields.Skip(1).Select(field => RandomValues.Next(_random, field.DataType))];

    /// <summary>A row as the table holds it: the empty text is null as a partition value.</summary>
    private IReadOnlyList<object?> Stored(IReadOnlyList<object?> row) =>
        [.. row.Select((value, index) => value is "" && _partitions.Contains(_schema.Fields[index].Name) ? null : value)];

    private string PartitionOf(IReadOnlyList<object?> row) =>
        RowTexts.Of([[.. _schema.Fields.Zip(row).Where(item => _partitions.Contains(item.First.Name)).Select(item => item.Second)]])[0];

    private DataFrame Frame(IReadOnlyList<IReadOnlyList<object?>> rows) => _spark.CreateDataFrame(rows, _schema);
}
