using System.Globalization;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>Options that the readers of text share.</summary>
internal static class TextOptions
{
    private const int Default = 128 << 20;

    /// <summary>The option <c>maxLineSize</c>: the bytes that a record may have.</summary>
    /// <exception cref="AnalysisException">It is no number of bytes.</exception>
    public static int MostBytes(Read read) => read.Option("maxLineSize") switch
    {
        null => Default,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes is > 0 and <= 1 << 30 => bytes,
        var text => throw new AnalysisException($"The option maxLineSize must be a number of bytes from 1 to {1 << 30}, not '{text}'."),
    };
}
