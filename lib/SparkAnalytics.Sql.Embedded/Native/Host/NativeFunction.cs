namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>Computes one row.</summary>
/// <param name="call">The arguments, none of them NULL, and the place of the result.</param>
/// <returns>False where the result is NULL.</returns>
internal delegate bool NativeBody(ref NativeCall call);

/// <summary>Computes all rows of a vector; the result is text.</summary>
/// <param name="arguments">The arguments; a row with a NULL among them is not to be computed.</param>
/// <param name="results">The place of the results.</param>
internal delegate void NativeVectorBody(in NativeVector arguments, in TextColumn results);

/// <summary>Computes all rows of a vector; the result is true or false.</summary>
/// <param name="arguments">The arguments; a row with a NULL among them need not be computed.</param>
/// <param name="results">A byte for each row, 1 for true.</param>
internal delegate void NativeFlagsBody(in NativeVector arguments, Span<byte> results);

/// <summary>A scalar function in C# that statements can call by name; NULL in, NULL out.</summary>
/// <param name="Name">The name in SQL.</param>
/// <param name="Arguments">The types of the arguments.</param>
/// <param name="Result">The type of the result.</param>
/// <param name="Body">What it does.</param>
internal sealed record NativeFunction(string Name, NativeKind[] Arguments, NativeKind Result, NativeBody Body)
{
    /// <summary>What it does for many rows at once, instead of <see cref="Body"/>.</summary>
    public NativeVectorBody? VectorBody { get; init; }

    /// <summary>What it does for many rows at once, instead of <see cref="Body"/>, where the result is true or false.</summary>
    public NativeFlagsBody? FlagsBody { get; init; }

    /// <summary>Whether two calls with the same arguments may give different results, so that each row needs one of its own.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>A function from text to text that computes many rows at once.</summary>
    public static NativeFunction OfVectors(string name, NativeVectorBody body) => new(name, [NativeKind.Text], NativeKind.Text, NoRow) { VectorBody = body };

    /// <summary>A function to true or false that computes many rows at once.</summary>
    public static NativeFunction OfVectors(string name, NativeKind[] arguments, NativeFlagsBody body) => new(name, arguments, NativeKind.Boolean, NoRow) { FlagsBody = body };

    private static bool NoRow(ref NativeCall call) => throw new NotSupportedException("The function computes whole vectors.");
}

/// <summary>The types that arguments and results of a function written in C# can have.</summary>
internal enum NativeKind
{
    /// <summary>UTF-8 text.</summary>
    Text,

    /// <summary>A 64-bit integer.</summary>
    Long,

    /// <summary>A 64-bit floating-point number.</summary>
    Double,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>A list of UTF-8 texts; as a result only.</summary>
    TextList,
}
