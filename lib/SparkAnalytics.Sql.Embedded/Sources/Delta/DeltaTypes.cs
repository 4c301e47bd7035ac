using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.TextTypes;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Delta;

/// <summary>Types between the Delta log and plans.</summary>
internal static class DeltaTypes
{
    /// <summary>The columns that a reader sees: as on Spark, those without values yet are left out, and such members of structs too.</summary>
    public static StructType ToSchema(DeltaSchema schema) => new(schema.Fields.Where(field => !field.IsVoid).Select(field => new StructField(field.Name, ToType(field), field.Nullable)));

    public static DeltaSchema FromSchema(StructType schema) => new([.. schema.Fields.Select(field => new DeltaField(field.Name, FromType(field.DataType)))]);

    public static DataType ToType(DeltaType type) => type switch
    {
        DeltaDecimalType number => new DecimalType(number.Precision, number.Scale),
        DeltaArrayType array => new ArrayType(ToType(array.ElementType), array.ContainsNull),
        DeltaMapType map => new MapType(ToType(map.KeyType), ToType(map.ValueType), map.ValueContainsNull),
        DeltaStructType structure when structure.Fields.All(field => field.IsVoid) => throw new QueryExecutionException(QueryErrorKind.BadInput, "A Delta column is a struct of which all members have the type void, so nothing of it is stored; read or write the table without it."),
        DeltaStructType structure => ToSchema(new DeltaSchema(structure.Fields)),
        DeltaPrimitiveType simple => Simple(simple.Name),
        _ => throw new QueryExecutionException(QueryErrorKind.BadInput, $"A Delta column has the type '{type}', which the embedded engine cannot read."),
    };

    public static DeltaType FromType(DataType type) => type switch
    {
        DecimalType number => new DeltaDecimalType(number.Precision, number.Scale),
        ArrayType { ElementType: NullType } or MapType { KeyType: NullType } or MapType { ValueType: NullType } => throw new AnalysisException($"A Delta table cannot hold a column of type {type.SimpleString}; cast it."),
        ArrayType array => new DeltaArrayType(FromType(array.ElementType)),
        MapType map => new DeltaMapType(FromType(map.KeyType), FromType(map.ValueType)),
        StructType structure => new DeltaStructType(FromSchema(structure).Fields),
        StringType { Collation: { } collation } => throw new AnalysisException($"The embedded engine writes no column with the collation {collation}; cast it to string."),
        DayTimeIntervalType => throw new AnalysisException($"A Delta table cannot hold a column of type {type.SimpleString}; cast it."),
        _ => new DeltaPrimitiveType(type.TypeName),
    };

    /// <summary>The type of a column as it is read: with the length to which its texts are filled up, and their collation.</summary>
    public static DataType ToType(DeltaField field)
    {
        var padded = field.Type is DeltaPrimitiveType { Name: "string" } && TextLimits.Of(field) is { IsPadded: true } limits ? limits.Length : null;
        var type = padded is null ? ToType(field.Type) : new StringType { PaddedLength = padded };
        return field.Collations is { Count: > 0 } collations ? Collations.On(type, string.Join(", ", collations)) : type;
    }

    private static DataType Simple(string name) => name switch
    {
        "string" => new StringType(),
        "boolean" => new BooleanType(),
        "byte" => new ByteType(),
        "short" => new ShortType(),
        "integer" => new IntegerType(),
        "long" => new LongType(),
        "float" => new FloatType(),
        "double" => new DoubleType(),
        "date" => new DateType(),
        "timestamp" => new TimestampType(),
        "timestamp_ntz" => new TimestampNtzType(),
        "binary" => new BinaryType(),
        "void" => new NullType(),
        _ => throw new QueryExecutionException(QueryErrorKind.BadInput, $"A Delta column has the type '{name}', which the embedded engine cannot read."),
    };
}
