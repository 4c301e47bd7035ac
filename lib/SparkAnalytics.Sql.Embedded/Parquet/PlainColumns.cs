using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Parquet;

/// <summary>
/// The columns of a Parquet file, told from its own metadata, where all are texts, whole or floating-point numbers or truth values: DuckDB, which reads the metadata twice for an answer,
/// takes twenty times as long, and a load asks of every file.
/// </summary>
internal static class PlainColumns
{
    /// <summary>Of larger metadata more than the columns would be taken apart.</summary>
    private const int MostBytes = 1 << 18;

    private const int Repeated = 2;

    /// <summary>What a column's values stand for, by its converted type and the member of its logical one; files have either, both or none.</summary>
    private static readonly (int Converted, int Logical) s_text = (0, 1), s_int = (17, 10), s_long = (18, 10);

    /// <summary>The columns; null where one is of another kind, names could be confused, or the file cannot be read here, of which DuckDB tells more.</summary>
    /// <param name="path">The file.</param>
    public static StructType? Of(string path)
    {
        try
        {
            if (ParquetFooter.Read(path, MostBytes).FlatColumns is not { Count: > 0 } columns)
            {
                return null;
            }

            var fields = columns.Select(column => (Name: column.Text(SchemaField.Name), Type: TypeOf(column))).ToList();
            return fields.All(field => field is { Name: not null, Type: not null } && !field.Name.Contains('\uFFFD', StringComparison.Ordinal))
                && fields.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase).Count() == fields.Count
                ? new StructType(fields.Select(field => new StructField(field.Name!, field.Type!)))
                : null;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or OverflowException or InvalidCastException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>By the numbers of parquet.thrift.</summary>
    private static DataType? TypeOf(ThriftStruct column) =>
        column.TryLong(SchemaField.Repetition) is null or Repeated ? null : column.TryLong(SchemaField.Type) switch
        {
            0 when IsPlain(column) => new BooleanType(),
            1 when IsPlain(column) || StandsFor(column, s_int) => new IntegerType(),
            2 when IsPlain(column) || StandsFor(column, s_long) => new LongType(),
            4 when IsPlain(column) => new FloatType(),
            5 when IsPlain(column) => new DoubleType(),
            6 when StandsFor(column, s_text) => new StringType(),
            _ => null,
        };

    private static bool IsPlain(ThriftStruct column) => !column.Fields.ContainsKey(SchemaField.Converted) && !column.Fields.ContainsKey(SchemaField.Logical);

    private static bool StandsFor(ThriftStruct column, (int Converted, int Logical) kind) =>
        column.TryLong(SchemaField.Converted) == kind.Converted
        && (!column.Fields.ContainsKey(SchemaField.Logical) || column.Struct(SchemaField.Logical).Fields.Keys.SequenceEqual([kind.Logical]));
}
