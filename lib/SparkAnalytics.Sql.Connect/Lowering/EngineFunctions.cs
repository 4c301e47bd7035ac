using SparkAnalytics.Sql.Connect.Dialect;
using static SparkAnalytics.Sql.Connect.Dialect.Terms;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Lowering;

/// <summary>Functions that no program can call: only rewrites put them into plans.</summary>
internal static class EngineFunctions
{
    /// <summary>A text as <see cref="StrictJson.Parsed"/> reads it.</summary>
    public const string JsonParsed = "json parsed of rewrite";

    /// <summary>The members of a text that is one JSON object, from the text and what was parsed of it.</summary>
    public const string JsonMembers = "json members of rewrite";

    /// <summary>A member with a string's quotes, from its text, the document and the path; NULL where it cannot be other than a string.</summary>
    public const string JsonQuoted = "json quoted of rewrite";

    /// <summary>A member that is a string, from its text and <see cref="JsonQuoted"/>.</summary>
    public const string JsonString = "json string of rewrite";

    /// <summary>A member that is a number, from the same.</summary>
    public const string JsonNumber = "json number of rewrite";

    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>(JsonMemberLowering.Rewritten, StringComparer.Ordinal)
    {
        { JsonParsed, call => StrictJson.Parsed(call[0]) },
        { JsonMembers, call => StrictJson.Members(call[0], call[1]) },
        { JsonQuoted, call => When(Matches(call[0], JsonPatterns.MayBeNoString), JsonLowering.Quoted(call[1], call.Constant(2))) },
        { JsonString, call => When(IsNull(call[1]), call[0], JsonLowering.IsString(call[0], call[1]), call[0]) },
        { JsonNumber, call => When(Equal(call[1], call[0]), JsonLowering.NumberOrNull(call[0])) },
    };
}
