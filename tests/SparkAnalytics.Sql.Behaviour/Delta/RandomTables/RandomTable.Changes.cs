using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.Delta.RandomTables;

/// <content>The changes.</content>
public sealed partial class RandomTable
{
    private DeltaTable Table => DeltaTable.ForPath(_spark, _path).Option("deletionVectors", _random.Next(2) == 0 ? "true" : "false");

    private void Create()
    {
        var rows = NewRows();
        Note($"create {rows.Count}", Writer(rows, SaveMode.ErrorIfExists).Option("deletionVectors", _random.Next(2) == 0).Save(_path).Version, [.. rows.Select(Stored)]);
    }

    private void Change()
    {
        switch (_random.Next(11))
        {
            case 0 or 1:
                Append();
                break;
            case 2:
                Overwrite();
                break;
            case 3:
                OverwritePartitions();
                break;
            case 4:
                ReplaceWhere(RandomCondition.Next(_random, _schema, _rows));
                break;
            case 5:
                Delete(RandomCondition.Next(_random, _schema, _rows));
                break;
            case 6:
                Update(RandomCondition.Next(_random, _schema, _rows));
                break;
            case 7:
                Merge();
                break;
            case 8:
                Note("optimize", Table.Optimize().Option("targetFileSize", "1000000").ExecuteCompaction().Version, _rows);
                break;
            case 9:
                Vacuum();
                break;
            default:
                var version = _versions.Keys.ElementAt(_random.Next(_versions.Count));
                Note($"restore {version}", Table.RestoreToVersion(version).Version, _versions[version]);
                break;
        }
    }

    private void Append()
    {
        var rows = NewRows();
        var writer = Writer(rows, SaveMode.Append);
        Note($"append {rows.Count}", (_random.Next(3) == 0 ? writer.Option("targetFileSize", "1") : writer).Save(_path).Version, [.. _rows, .. rows.Select(Stored)]);
    }

    private void Overwrite()
    {
        var rows = NewRows();
        Note($"overwrite {rows.Count}", Writer(rows, SaveMode.Overwrite).Save(_path).Version, [.. rows.Select(Stored)]);
    }

    private void OverwritePartitions()
    {
        var rows = NewRows();
        var replaced = rows.Select(Stored).Select(PartitionOf).ToHashSet();
        var kept = _rows.Where(row => _partitions.Count > 0 && !replaced.Contains(PartitionOf(row)));
        Note($"overwrite partitions {rows.Count}", Writer(rows, SaveMode.Overwrite).Option("partitionOverwriteMode", "dynamic").Save(_path).Version, [.. kept, .. rows.Select(Stored)]);
    }

    private void ReplaceWhere(RandomCondition condition)
    {
        if (condition.Sql is { } sql)
        {
            IReadOnlyList<IReadOnlyList<object?>> rows = [.. NewRows().Where(condition.Holds)];
            Note($"replace {sql} {rows.Count}", Writer(rows, SaveMode.Overwrite).Option("replaceWhere", sql).Save(_path).Version, [.. _rows.Where(row => !condition.Holds(row)), .. rows.Select(Stored)]);
        }
    }

    private void Delete(RandomCondition condition) =>
        Note($"delete {condition}", Table.Delete(condition.Column).Version, [.. _rows.Where(row => !condition.Holds(row))]);

    private void Update(RandomCondition condition)
    {
        var plain = _schema.Fields.FindIndex(1, field => field.DataType is not (ArrayType or MapType or StructType));
        if (plain < 0)
        {
            return;
        }

        var (field, value) = (_schema.Fields[plain], RandomValues.Next(_random, _schema.Fields[plain].DataType));
        var result = Table.Update(condition.Column, new Dictionary<string, Column> { [RandomCondition.Quoted(field.Name)] = Lit(value).Cast(field.DataType.SimpleString) });
        Note($"update {condition} set {field.Name} = {RowTexts.Text(value)}", result.Version, [.. _rows.Select(row => condition.Holds(row) ? Stored([.. row.Select((old, index) => index == plain ? value : old)]) : row)]);
    }

    /// <summary>Rows with numbers that the table has and with new ones; of the former, those with an even number may be deleted.</summary>
    private void Merge()
    {
        var known = _rows.Where(_ => _random.Next(3) == 0).Select(row => NewRow((long)row[0]!)).ToList();
        var source = known.Concat(NewRows()).ToList();
        var deletesEven = _random.Next(2) == 0;
        var builder = Table.As("old").Merge(Frame(source).As("new"), Col("old.id") == Col("new.id"));
        builder = deletesEven ? builder.WhenMatched(Col("new.id") % 2L == 0L).Delete() : builder;
        var version = builder.WhenMatched().UpdateAll().WhenNotMatched().InsertAll().Execute().Version;
        var replaced = known.Select(row => row[0]).ToHashSet();
        var written = source.Where(row => !(deletesEven && replaced.Contains(row[0]) && (long)row[0]! % 2 == 0)).Select(Stored);
        Note($"merge {known.Count} of {source.Count}", version, [.. _rows.Where(row => !replaced.Contains(row[0])), .. written]);
    }

    /// <summary>Two versions are kept, and the newest, which always is.</summary>
    private void Vacuum()
    {
        var kept = _versions.Keys.OrderBy(_ => _random.Next()).Take(2).Append(_versions.Keys.Max()).ToHashSet();
        Table.Vacuum(TimeSpan.Zero, kept, dryRun: false, enforceRetention: false);
        foreach (var version in _versions.Keys.Except(kept).ToList())
        {
            _versions.Remove(version);
        }

        Note("vacuum", null, _rows);
    }

    private DataFrameWriter Writer(IReadOnlyList<IReadOnlyList<object?>> rows, SaveMode mode) => Frame(rows).Write().Format("delta").Mode(mode).PartitionBy([.. _partitions]);
}
