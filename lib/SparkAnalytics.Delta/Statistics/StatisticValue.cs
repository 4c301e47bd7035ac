using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SparkAnalytics.Delta;

/// <summary>Values of one column, from statistics, partition values or a caller, in a form that can be compared.</summary>
internal static class StatisticValue
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>Text of the log as a value of that type; null when it cannot be told.</summary>
    public static IComparable? FromText(string? text, DeltaType type)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return type switch
        {
            DeltaDecimalType => ExactNumber.Parse(text),
            DeltaPrimitiveType { Name: "byte" or "short" or "integer" or "long" } => ExactNumber.Parse(text),
            DeltaPrimitiveType { Name: "float" or "double" } =>
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number : null,
            DeltaPrimitiveType { Name: "date" or "timestamp" or "timestamp_ntz" } =>
                DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time) ? time : null,
            DeltaPrimitiveType { Name: "string" } => new Utf8Text(text),
            _ => null,
        };
    }

    /// <summary>The same text for the same value, however it is written: <c>1.0</c> and <c>1.00</c>, or times with and without a zone.</summary>
    public static string Form(string text, DeltaType type) => FromText(text, type) switch
    {
        ExactNumber number => number.ToString(),
        DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        double number => (number + 0.0).ToString("R", CultureInfo.InvariantCulture),
        _ => text,
    };

    public static IComparable? FromJson(JsonElement? value, DeltaType type) => value is JsonElement element
        ? FromText(element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText(), type)
        : null;

    /// <summary>A caller's value as one of that type.</summary>
    /// <exception cref="ArgumentException">The value does not fit the type.</exception>
    public static IComparable? FromArgument(object? value, DeltaType type) => value is null
        ? null
        : FromText(ArgumentText(value), type) ?? throw new ArgumentException($"'{value}' cannot be compared with a column of type {type}.");

    /// <summary>Statistics of times are cut to the millisecond.</summary>
    public static IComparable? Upper(IComparable? maximum, DeltaType type) =>
        maximum is DateTime time && type is DeltaPrimitiveType { Name: not "date" } && time < DateTime.MaxValue.AddMilliseconds(-1)
            ? time.AddMilliseconds(1)
            : maximum;

    private static string? ArgumentText(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Delta compares text by its UTF-8 bytes.</summary>
    private sealed record Utf8Text(string Text) : IComparable
    {
        public int CompareTo(object? other) =>
            Encoding.UTF8.GetBytes(Text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(((Utf8Text)other!).Text));
    }
}
