using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Connect.Dialect.Terms;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Lowering;

/// <summary>Hosts and parameters of URLs, by patterns: Spark's parse_url refuses URLs as they occur in life.</summary>
internal static class UrlLowering
{
    private const string White = " \t\n\v\f\r";
    private const string Replacement = "\uFFFD";

    public static IEnumerable<KeyValuePair<string, FunctionTranslation>> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["url_host"] = call => AsciiCase.Lower(call[0], FirstGroup(call[0], UrlPatterns.Host)),
        ["url_has_parameter"] = HasParameter,
        ["url_tags"] = Tags,
    };

    private static Proto.Expression HasParameter(CallTerms call)
    {
        if (call.IsNullConstant(1))
        {
            return Null(new BooleanType());
        }

        var names = call.Constant(1).Split('&').Where(name => UrlPatterns.CanBeName(UrlPatterns.Query, name)).ToList();
        return names.Count > 0 ? Matches(call[0], UrlPatterns.NotBlank(UrlPatterns.Query, names)) : When(IsNotNull(call[0]), Truth(false));
    }

    /// <summary>The values are decoded in a lambda, which needs each of them once.</summary>
    private static Proto.Expression Tags(CallTerms call)
    {
        var texts = new ArrayType(new StringType());
        var part = call.IsNullConstant(1) ? null : call.Constant(1) switch { "query" => UrlPatterns.Query, "fragment" => UrlPatterns.Fragment, _ => null };
        if (part is null || call.IsNullConstant(2))
        {
            return Null(texts);
        }

        var values = call.Constant(2).Split('&').Select(name => UrlPatterns.CanBeName(part, name) ? FirstGroup(call[0], UrlPatterns.Telling(part, name)) : NullText());
        return When(Matches(call[0], part.Start), Call("transform", Call("array", values), Lambda(value => Call("trim", Text(White), Decoded(value)))));
    }

    /// <summary>
    /// Percent-decoded as UTF-8, + as a blank; as written where an escape is broken, which Java takes for one in places (<c>%+1</c>), or where the bytes are not UTF-8, which Java makes U+FFFD.
    /// </summary>
    private static Proto.Expression Decoded(Proto.Expression value)
    {
        var decoded = Call("try_url_decode", value);
        var withoutWrittenOnes = Call("regexp_replace", value, Text($"{Replacement}|(?i:%EF%BF%BD)"), Text("x"));
        return When(
        [
            IsNull(value), NullText(),
            Not(Matches(value, "[%+]")), value,
            Matches(value, "%(?![0-9A-Fa-f][0-9A-Fa-f])"), value,
            Not(Call("contains", decoded, Text(Replacement))), decoded,
            Call("contains", Call("try_url_decode", withoutWrittenOnes), Text(Replacement)), value,
            decoded,
        ]);
    }
}
