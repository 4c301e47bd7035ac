using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Printing;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>Parquet files and Delta tables, whose columns may have types of their own.</summary>
internal sealed class TypedInput(SparkSession spark, ColumnNames names)
{
    /// <summary>One read for each distinct schema.</summary>
    public IEnumerable<RawInput> ReadParquet(ImmutableArray<string> paths) => paths
        .Select(path => (Path: path, Schema: spark.Read().Parquet(path).Schema())).ToList()
        .GroupBy(file => file.Schema, file => file.Path)
        .Select(group => AsText(group.First(), group.Count(), spark.Read().Parquet([.. group])));

    /// <summary>The rows of a table at a version, or of them those that were appended since an earlier one.</summary>
    public RawInput ReadDelta(string path, long version, long? appendedSince) => AsText(path, 1, TableVersions.Read(spark, path, version, appendedSince));

    private RawInput AsText(string path, int files, DataFrame rows)
    {
        var columns = rows.Schema().Fields;
        var found = names.Find([.. columns.Select(column => column.Name)]);
        names.RequireTimestamp(path, found);
        if (found.Twice is var (name, count))
        {
            throw new PipelineException(ExitCode.BadInput, FormattableString.Invariant($"{FileName.Plain(path)} has the column '{VisibleText.Of(name)}' in {count} spellings, so its values cannot be told apart. Rename one of them."));
        }

        Column Text(int position) => TextOfValue.Of(rows[columns[position].Name], columns[position].DataType);
        Column Raw(string raw) => found.Positions.TryGetValue(raw, out var positions) ? Text(positions[0]) : Lit(null).Cast("string");
        Column[] Selected(Column rawText, Column md5) =>
            [.. RawEvents.Columns.Select(raw => Raw(raw).As(raw)), rawText.As(RawEvents.RawText), md5.As(RawEvents.RawMd5), InputFileName().As(RawEvents.SourceFile)];

        var none = Lit(null).Cast("string");
        ImmutableArray<FileColumns> told = [new FileColumns(files, found)];
        if (found.Unknown.IsEmpty)
        {
            return new RawInput(rows.Select(Selected(none, none)), told);
        }

        // Columns that no rule uses are read only for the rows that hold nothing else.
        var known = found.Positions.Values.Select(positions => columns[positions[0]].Name).ToList();
        var isEmpty = known.Select(column => rows[column].IsNull()).Aggregate((left, right) => left & right);
        var others = columns.Index().Where(column => !known.Contains(column.Item.Name)).ToList();
        var holdsOther = others.Select(column => rows[column.Item.Name].IsNotNull()).Aggregate((left, right) => left | right);
        var text = TextOfValue.Object(others.Select(column => (column.Item.Name, rows[column.Item.Name], column.Item.DataType)));
        return new RawInput(
            rows.Filter(!isEmpty).Select(Selected(none, none))
                .Union(rows.Filter(isEmpty & !holdsOther).Select(Selected(none, none)))
                .Union(rows.Filter(isEmpty & holdsOther).Select(Selected(text, Md5(text)))),
            told);
    }
}
