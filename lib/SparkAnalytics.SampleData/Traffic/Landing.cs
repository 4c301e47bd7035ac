using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SparkAnalytics.SampleData.Traffic;

/// <summary>How a way into the shop shows in the first event: as a query of the page, or as tags in the event's data.</summary>
internal sealed record Landing(string Query, string? Tags)
{
    /// <summary>Every third tagged visit has its tags read by the tracker and put into the event's data, the others only in the page's address.</summary>
    public static Landing Of(TrafficSource source, SampleRandom random)
    {
        var campaign = source.IsTagged ? Campaigns.Pick(random) : null;
        var inData = source.IsTagged && random.Chance(3_500);
        var query = new StringBuilder();
        if (!inData)
        {
            Append(query, "utm_source", source.Source);
            Append(query, "utm_medium", source.Medium);
            Append(query, "utm_campaign", campaign);
            if (source.IsTagged && random.Chance(80))
            {
                Append(query, "utm_source", "second_of_two");
            }
        }

        if (source.ClickId is not null)
        {
            Append(query, source.ClickId, random.Token(22));
        }

        if (random.Chance(500))
        {
            query.Append(random.Chance(2_000) ? "#utm_source=fragment&utm_medium=none" : "#reviews");
        }

        return new Landing(query.ToString(), inData ? Members(source, campaign) : null);
    }

    private static void Append(StringBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(value);
        }
    }

    private static string Members(TrafficSource source, string? campaign) =>
        $"\"utm_source\":{Text(source.Source)},\"utm_medium\":{Text(source.Medium)},\"utm_campaign\":{Text(campaign)}";

    private static string Text(string? queryValue) => queryValue is null
        ? "null"
        : $"\"{JsonEncodedText.Encode(WebUtility.UrlDecode(queryValue), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
