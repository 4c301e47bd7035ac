using System.Collections.Immutable;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Rows;

/// <summary>The program's own rows as one Arrow stream.</summary>
internal static class LocalData
{
    /// <param name="columns">The columns.</param>
    /// <param name="names">The name of each column on the server.</param>
    /// <param name="rows">The rows.</param>
    public static byte[] Stream(ImmutableArray<AttributeReference> columns, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var arrays = columns.Select((column, index) => ArrowColumns.Build(column.DataType, [.. rows.Select(row => row[index])])).ToList();
        var schema = new Schema(arrays.Select((array, index) => new Field(names[index], array.Data.DataType, true)), []);
        using var stream = new MemoryStream();
        using (var writer = new ArrowStreamWriter(stream, schema))
        {
            using var batch = new RecordBatch(schema, arrays, rows.Count);
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }

        return stream.ToArray();
    }

    /// <summary>The schema beside the stream, in Spark's JSON form.</summary>
    public static string Schema(ImmutableArray<AttributeReference> columns, IReadOnlyList<string> names) =>
        new StructType(columns.Select((column, index) => new StructField(names[index], column.DataType, true))).Json;
}
