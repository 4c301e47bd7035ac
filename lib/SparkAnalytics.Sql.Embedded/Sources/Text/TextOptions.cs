using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>Options that the readers of text share.</summary>
internal static class TextOptions
{
    private const int Default = 128 << 20;

    private const int Most = 1 << 30;

    /// <summary>The option <c>maxLineSize</c>: the bytes that a record may have.</summary>
    /// <exception cref="AnalysisException">It is no number of bytes.</exception>
    public static int MostBytes(Read read) =>
        ReadOptions.Value<int>(read.Options, "maxLineSize", text => ReadOptions.Whole(text) is > 0 and <= Most and var bytes ? (int)bytes : null, $"a number of bytes from 1 to {Most}") ?? Default;
}
