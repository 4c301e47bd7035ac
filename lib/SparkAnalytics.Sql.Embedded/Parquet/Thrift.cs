namespace SparkAnalytics.Sql.Embedded.Parquet;

/// <summary>Types of values in Thrift's compact protocol, by their numbers (thrift-compact-protocol.md).</summary>
internal enum ThriftType
{
    /// <summary>True; in a list, any truth value.</summary>
    True = 1,

    /// <summary>False.</summary>
    False = 2,

    /// <summary>A byte.</summary>
    Byte = 3,

    /// <summary>A 16-bit integer.</summary>
    Short = 4,

    /// <summary>A 32-bit integer.</summary>
    Int = 5,

    /// <summary>A 64-bit integer.</summary>
    Long = 6,

    /// <summary>A 64-bit floating-point number.</summary>
    Double = 7,

    /// <summary>Bytes or text.</summary>
    Binary = 8,

    /// <summary>A list.</summary>
    List = 9,

    /// <summary>A set.</summary>
    Set = 10,

    /// <summary>A structure.</summary>
    Struct = 12,
}

/// <summary>A field of a structure.</summary>
/// <param name="Type">Its type; a truth value is in it.</param>
/// <param name="Value">A long, a byte array, a <see cref="ThriftList"/> or a <see cref="ThriftStruct"/>; a double is its eight bytes.</param>
internal readonly record struct ThriftField(ThriftType Type, object Value);

/// <summary>A list or set.</summary>
/// <param name="ElementType">What its items are.</param>
/// <param name="Items">The items, as values of fields.</param>
internal sealed record ThriftList(ThriftType ElementType, List<object> Items);

/// <summary>A structure: all its fields by number, those that nobody here knows too, so that nothing is lost when it is written again.</summary>
internal sealed class ThriftStruct
{
    /// <summary>The fields, by number.</summary>
    public SortedDictionary<int, ThriftField> Fields { get; } = [];

    /// <summary>A number.</summary>
    /// <exception cref="InvalidDataException">There is no such field.</exception>
    public long Long(int field) => TryLong(field) ?? throw new InvalidDataException($"A structure of a Parquet file lacks the number {field}.");

    /// <summary>A number, or null.</summary>
    public long? TryLong(int field) => Fields.TryGetValue(field, out var found) && found.Value is long value ? value : null;

    /// <summary>Text, or null.</summary>
    public string? Text(int field) => Fields.TryGetValue(field, out var found) && found.Value is byte[] value ? System.Text.Encoding.UTF8.GetString(value) : null;

    /// <summary>A structure within.</summary>
    /// <exception cref="InvalidDataException">There is no such field.</exception>
    public ThriftStruct Struct(int field) => Fields.TryGetValue(field, out var found) && found.Value is ThriftStruct value ? value : throw new InvalidDataException($"A structure of a Parquet file lacks the structure {field}.");

    /// <summary>A list.</summary>
    /// <exception cref="InvalidDataException">There is no such field.</exception>
    public List<object> List(int field) => Fields.TryGetValue(field, out var found) && found.Value is ThriftList value ? value.Items : throw new InvalidDataException($"A structure of a Parquet file lacks the list {field}.");

    /// <summary>The structures of a list.</summary>
    /// <exception cref="InvalidDataException">There is no such field.</exception>
    public IReadOnlyList<ThriftStruct> Structs(int field) => [.. List(field).Cast<ThriftStruct>()];

    /// <summary>Adds to a number that is there.</summary>
    public void Add(int field, long number)
    {
        if (Fields.TryGetValue(field, out var found) && found.Value is long value)
        {
            Fields[field] = found with { Value = value + number };
        }
    }
}
