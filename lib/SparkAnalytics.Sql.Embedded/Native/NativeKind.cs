namespace SparkAnalytics.Sql.Embedded.Native;

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
