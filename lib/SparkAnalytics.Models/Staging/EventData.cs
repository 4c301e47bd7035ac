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

    /// <summary>The text from which a number is to be read: of a JSON string, trimmed, or of a JSON number; NULL for anything else and for empty text.</summary>
    /// <param name="json">One JSON object, or NULL.</param>
    /// <param name="path">The member, e.g. <c>$.revenue</c>.</param>
    public static Column NumberTextAt(Column json, string path) =>
        Coalesce(Text.TrimmedOrNull(JsonString(json, path)), JsonNumber(json, path));

    /// <summary>An amount of money, rounded half away from zero; NULL where the text is no number or out of range.</summary>
    public static Column Money(Column text) => When(text.RLike(Number), TryCast(text, "decimal(18,2)"));
}
