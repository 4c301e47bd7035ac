using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Sizes as text: <c>512KB</c>, <c>128MB</c>, <c>1GB</c>, in steps of 1024.</summary>
public static partial class ByteSizeText
{
    private static readonly (string Unit, long Bytes)[] Units = [("GB", 1L << 30), ("MB", 1L << 20), ("KB", 1L << 10), ("B", 1)];

    /// <summary>Reads a size.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">Bytes, or null.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out long? bytes)
    {
        var match = Form().Match(text);
        bytes = match.Success
            ? long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * Units.First(unit => unit.Unit == match.Groups[2].Value).Bytes
            : null;
        return match.Success;
    }

    /// <summary>The shortest form with a whole number.</summary>
    /// <param name="bytes">Bytes.</param>
    /// <returns>The text.</returns>
    public static string Format(long bytes)
    {
        var (unit, size) = Units.First(unit => bytes % unit.Bytes == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / size}{unit}");
    }

    [GeneratedRegex(@"^([0-9]{1,9})(B|KB|MB|GB)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
