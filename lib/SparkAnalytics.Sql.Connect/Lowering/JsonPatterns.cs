namespace SparkAnalytics.Sql.Connect.Lowering;

/// <summary>Patterns of Java's engine for JSON and for what <c>get_json_object</c> gives of it.</summary>
internal static class JsonPatterns
{
    /// <summary>What a value is that may be other than a string, by its text.</summary>
    public const string MayBeNoString = @"^(?:true\z|false\z|-?[0-9]|[{\[]|""-?Infinity""\z)";

    /// <summary>What a value is that may be a number, by its text.</summary>
    public const string MayBeNumber = @"^(?:-?(?:0|[1-9][0-9]*)(?:[.][0-9]+(?:E-?[0-9]+)?)?|""-?Infinity"")\z";

    /// <summary>An escaped backslash.</summary>
    public const string Backslash = @"\\\\";

    /// <summary>The escapes of a pair of surrogates.</summary>
    public const string Pair = @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}";

    /// <summary>The escape of a surrogate, which is half of a pair once pairs are taken out.</summary>
    public const string HalfPair = @"\\u[dD][89a-fA-F]";
}
