using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Staging;

/// <summary>What event_data carries. All of it is NULL where event_data is not exactly one JSON object by RFC 8259.</summary>
internal static class EventData
{
    private const string Number = "^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$";

    /// <summary>The text of a JSON string, trimmed, or the digits of a JSON integer; NULL for anything else and for empty text.</summary>
    /// <param name="json">One JSON object, or NULL.</param>
    /// <param name="path">The member, e.g. <c>$.transaction_id</c>.</param>
    public static Column TextAt(Column json, string path)
    {
        var number = JsonNumber(json, path);
        return Coalesce(Text.TrimmedOrNull(JsonString(json, path)), When(number.RLike("^-?[0-9]+$"), number));
    }

    /// <summary>An amount of money, rounded half away from zero, of a JSON string by its text or of a JSON number; NULL where there is none, it is none, or it is out of range.</summary>
    /// <param name="json">One JSON object, or NULL.</param>
    /// <param name="path">The member, e.g. <c>$.revenue</c>.</param>
    /// <param name="separators">How an amount is written as text.</param>
    public static Column MoneyAt(Column json, string path, RevenueSeparators separators)
    {
        var text = Text.Trimmed(JsonString(json, path));
        var number = JsonNumber(json, path);
        return separators == new RevenueSeparators()
            ? Money(Coalesce(text, number))
            : When(text.IsNotNull(), Money(Plain(text, separators))).Otherwise(Money(number));
    }

    /// <summary>Exponents of four digits and more never reach the cast, which on Spark fails on the largest; so far out only zeros are amounts.</summary>
    private static Column Money(Column text)
    {
        var cast = TryCast(text, "decimal(18,2)");
        return When(text.RLike("^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)$"), cast)
            .When(!text.RLike(Number), Lit(null).Cast("decimal(18,2)"))
            .When(text.RLike("^[+-]?[0.]+[eE]"), Lit(0).Cast("decimal(18,2)"))
            .When(text.RLike("[eE]-0*[1-9][0-9]{3,}$"), Lit(0).Cast("decimal(18,2)"))
            .When(text.RLike("[eE][+]?0*[1-9][0-9]{3,}$"), Lit(null).Cast("decimal(18,2)"))
            .When(text.IsNotNull(), cast);
    }

    /// <summary>Numeric text with its separators as one with a point and no groups; NULL where it is not written so.</summary>
    private static Column Plain(Column text, RevenueSeparators separators)
    {
        var point = Sign(separators.Decimal);
        var groups = separators.Thousands is { } thousands ? $"[0-9]{{1,3}}(?:{Sign(thousands)}[0-9]{{3}})+|" : "";
        var isNumber = text.RLike($"^[+-]?(?:(?:{groups}[0-9]+)(?:{point}[0-9]*)?|{point}[0-9]+)(?:[eE][+-]?[0-9]+)?$");

        // Signs without a partner are dropped.
        return When(isNumber, Translate(text, $"{separators.Decimal}{separators.Thousands}", "."));
    }

    private static string Sign(char sign) => sign is '^' or '\\' or ']' or '[' ? $"\\{sign}" : $"[{sign}]";
}
