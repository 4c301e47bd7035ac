using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>Files and Delta tables by Spark's own readers.</summary>
internal static class FileReads
{
    private const string Metadata = "_metadata";

    /// <summary>The reader as it is, before anybody has named its columns.</summary>
    public static Proto.Relation Source(Read read)
    {
        var source = new Proto.Read.Types.DataSource { Format = read.Format };
        source.Paths.AddRange(read.Paths);
        foreach (var (key, value) in read.Options)
        {
            source.Options.Add(key, value);
        }

        if (!read.Columns.IsEmpty && read.Format.ToUpperInvariant() is "CSV" or "JSON")
        {
            source.Schema = new StructType(read.Columns.Select(column => new StructField(column.Name, column.DataType, column.IsNullable))).Json;
        }

        return new() { Read = new() { DataSource = source } };
    }

    /// <summary>The columns under their unique names, and the file's name where the plan asks for it.</summary>
    public static Proto.Relation Of(Read read, UniqueNames names, bool withFileName)
    {
        var columns = read.Columns.Select(column => Terms.Named(Terms.Column(column.Name), names[column]));
        return RelationCompiler.Select(Source(read), withFileName ? columns.Append(Terms.Named(FileName(read), names[read.FileName])) : columns);
    }

    private static Proto.Expression FileName(Read read) => Terms.Item(Terms.Column(Metadata), Terms.Text("file_path"));
}
