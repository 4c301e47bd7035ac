using System.CommandLine.Parsing;
using System.Globalization;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>Reads option values that are more than a text or a number.</summary>
internal static class ValueParsers
{
    private static readonly string[] _instantForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>An instant by ISO 8601; without an offset it is UTC.</summary>
    public static DateTimeOffset? Instant(ArgumentResult result) =>
        DateTimeOffset.TryParseExact(Text(result), _instantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : Wrong<DateTimeOffset?>(result, "an instant such as 2025-03-31 or 2025-03-31T18:00:00Z");

    /// <summary>A length of time such as <c>7d</c>.</summary>
    public static TimeSpan? Duration(ArgumentResult result) =>
        DurationText.TryParse(Text(result), out var duration) ? duration : Wrong<TimeSpan?>(result, "a duration such as 7d, 36h or 30m");

    /// <summary>A number of bytes such as <c>2GB</c>.</summary>
    public static long? Bytes(ArgumentResult result) =>
        ByteSizeText.TryParse(Text(result), out var bytes) && bytes > 0 ? bytes : Wrong<long?>(result, "a size such as 512MB or 2GB");

    /// <summary>A whole number from a least one on.</summary>
    public static Func<ArgumentResult, long> AtLeast(long least) => result => Whole(result, least, long.MaxValue) ?? 0;

    /// <summary>The same where the option may be left out.</summary>
    public static Func<ArgumentResult, long?> MaybeAtLeast(long least) => result => Whole(result, least, long.MaxValue);

    /// <summary>A whole number of 32 bits from a least one on.</summary>
    public static Func<ArgumentResult, int> FewAtLeast(int least) => result => (int)(Whole(result, least, int.MaxValue) ?? 0);

    /// <summary>The same where the option may be left out.</summary>
    public static Func<ArgumentResult, int?> MaybeFewAtLeast(int least) => result => (int?)Whole(result, least, int.MaxValue);

    /// <summary>One of a few words.</summary>
    public static Func<ArgumentResult, T> OneOf<T>(params (string Word, T Value)[] choices) => result =>
        choices.Where(choice => choice.Word == Text(result)).ToArray() is [var (_, value)]
            ? value
            : Wrong<T>(result, $"one of {string.Join(", ", choices.Select(choice => choice.Word))}", NearestName.Of(Text(result), choices.Select(choice => choice.Word)));

    // One method for each type: a cast of a number to a type parameter that is nullable never ends in a native executable.
    private static long? Whole(ArgumentResult result, long least, long most) =>
        long.TryParse(Text(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Wrong<long?>(result, string.Create(CultureInfo.InvariantCulture, $"a whole number, {least} or more"));

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;

    private static T Wrong<T>(ArgumentResult result, string expected, string? nearest = null)
    {
        var option = (result.Parent as OptionResult)?.IdentifierToken?.Value ?? result.Argument.Name;
        result.AddError($"{option} must be {expected}, not '{Text(result)}'{(nearest is null ? "" : $", did you mean '{nearest}'?")}");
        return default!;
    }
}
