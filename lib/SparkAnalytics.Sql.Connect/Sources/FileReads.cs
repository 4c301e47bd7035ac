using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>Files and Delta tables by Spark's own readers.</summary>
internal static class FileReads
{
    /// <summary>The reader as it is, before anybody has named its columns.</summary>
    public static Proto.Relation Source(Read read, SparkConnection connection)
    {
        OwnOptions.RequireReadable(read);
        var source = new Proto.Read.Types.DataSource { Format = read.Format };
        source.Paths.AddRange(ReadPaths.Of(read.Paths, connection));
        foreach (var (key, value) in read.Options.Where(option => !OwnOptions.IsOwn(option.Key)))
        {
            source.Options.Add(key, value);
        }

        if (!read.Columns.IsEmpty && read.Format.ToUpperInvariant() is "CSV" or "JSON")
        {
            source.Schema = new StructType(read.Columns.Select(column => new StructField(column.Name, column.DataType, column.IsNullable))).Json;
        }

        var relation = new Proto.Relation { Read = new() { DataSource = source } };
        return read.IsStrictText() && read.Columns.IsEmpty ? RelationCompiler.Select(relation, StrictText.Schema(read).Fields.Select(NoText)) : relation;
    }

    /// <summary>The columns under their unique names, and the file's name where the plan asks for it.</summary>
    public static Proto.Relation Of(Read read, UniqueNames names, bool withFileName, SparkConnection connection)
    {
        if (read.IsStrictText())
        {
            return StrictText.Of(read, ReadPaths.Of(read.Paths, connection), column => names[column], withFileName);
        }

        if (read.IsStrictCsv())
        {
            return StrictCsv.Of(read, ReadPaths.Of(read.Paths, connection), connection, column => names[column], withFileName);
        }

        var columns = read.Columns.Select(column => Terms.Named(Terms.Column(column.Name), names[column]));
        return RelationCompiler.Select(Source(read, connection), withFileName ? columns.Append(Terms.Named(TextLines.PlainName(TextLines.FilePath()), names[read.FileName])) : columns);
    }

    private static Proto.Expression NoText(StructField column) => Terms.Named(Terms.NullText(), column.Name);
}
