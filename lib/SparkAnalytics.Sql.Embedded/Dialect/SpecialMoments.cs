using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Embedded.Native.Times;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Words for moments, as <c>today</c>. Spark takes them in constants only, since its optimizer reads them and its conversion of text does not.</summary>
internal static partial class SpecialMoments
{
    /// <summary>The constant that a conversion stands for, or the expression as it is.</summary>
    public static Expression Resolve(Expression child, DataType to, Timestamp now)
    {
        if (child is not Literal { Value: string text } || to is not (DateType or TimestampType or TimestampNtzType))
        {
            return child;
        }

        var match = Word().Match(text.Trim());
        return match.Success && ZoneIds.TryRead(Encoding.UTF8.GetBytes(match.Groups["zone"].Value), out _, out _)
            ? new Literal(Moment(match.Groups["word"].Value.ToLowerInvariant(), now), new StringType())
            : child;
    }

    private static string Moment(string word, Timestamp now)
    {
        var today = now.ToDateTime().Date;
        var moment = word switch
        {
            "epoch" => DateTime.UnixEpoch,
            "now" => now.ToDateTime(),
            "yesterday" => today.AddDays(-1),
            "tomorrow" => today.AddDays(1),
            _ => today,
        };
        return moment.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A(?:(?<word>now)|(?<word>epoch|today|yesterday|tomorrow)[ \t]*(?<zone>.*))\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
