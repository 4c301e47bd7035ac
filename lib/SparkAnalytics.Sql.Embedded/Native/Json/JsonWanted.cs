namespace SparkAnalytics.Sql.Embedded.Native.Json;

/// <summary>Which JSON values a function looks for.</summary>
internal enum JsonWanted
{
    /// <summary>All but null.</summary>
    Any,

    /// <summary>Strings.</summary>
    String,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>All but null, and of names given twice the last; what is no string without the white space outside its strings.</summary>
    Member,
}

/// <summary>What a <see cref="JsonWanted"/> takes.</summary>
internal static class JsonWantedExtensions
{
    /// <summary>Whether a value that begins with a byte counts.</summary>
    public static bool Accepts(this JsonWanted wanted, byte first) => wanted switch
    {
        JsonWanted.String => first is (byte)'"' or (byte)'\'',
        JsonWanted.Number => first == (byte)'-' || char.IsAsciiDigit((char)first),
        _ => true,
    };
}
