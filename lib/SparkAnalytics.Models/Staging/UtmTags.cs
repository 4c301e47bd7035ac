using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Staging;

/// <summary>The three UTM tags of an event, from the first of the origins that has any.</summary>
internal static class UtmTags
{
    /// <summary>Adds <c>utm_source</c>, <c>utm_medium</c> and <c>utm_campaign</c>.</summary>
    /// <param name="events">With <c>page_url</c> and <paramref name="json"/>.</param>
    /// <param name="json">The column that holds event_data where it is one JSON object.</param>
    /// <param name="settings">The origins in order, and the paths in event_data.</param>
    public static DataFrame AddTo(DataFrame events, string json, AnalyticsSettings settings)
    {
        (string Name, string Path)[] tags =
        [
            ("utm_source", settings.Paths.UtmSource),
            ("utm_medium", settings.Paths.UtmMedium),
            ("utm_campaign", settings.Paths.UtmCampaign),
        ];
        var found = events;
        foreach (var origin in settings.UtmFrom)
        {
            foreach (var (name, path) in tags)
            {
                found = found.WithColumn($"{origin}_{name}", origin == UtmOrigins.EventData
                    ? Cleaned(EventData.TextAt(Col(json), path))
                    : Cleaned(Decoded(UrlParameter(Col("page_url"), name))));
            }
        }

        foreach (var (name, _) in tags)
        {
            var tag = Text.NullText();
            foreach (var origin in settings.UtmFrom.Reverse())
            {
                var any = tags.Select(other => Col($"{origin}_{other.Name}").IsNotNull()).Aggregate((left, right) => left | right);
                tag = When(any, Col($"{origin}_{name}")).Otherwise(tag);
            }

            found = found.WithColumn(name, tag);
        }

        return found;
    }

    /// <summary>Percent-decoded as UTF-8, plus as a blank; as written where an escape is broken or the bytes are not UTF-8.</summary>
    private static Column Decoded(Column value)
    {
        var decoded = Call_UDF("try_url_decode", value);
        var withoutReplacement = Call_UDF("try_url_decode", RegexpReplace(value, "\uFFFD|(?i:%EF%BF%BD)", "x"));

        // Bytes that are not UTF-8 come out as U+FFFD, and so does that character where it is meant: without the latter, one that is left tells of the former.
        return When(!value.RLike("[%+]"), value)
            .When(decoded.IsNull(), value)
            .When(!decoded.Contains("\uFFFD"), decoded)
            .When(withoutReplacement.Contains("\uFFFD"), value)
            .Otherwise(decoded);
    }

    private static Column Cleaned(Column value) =>
        When(!Text.Comparable(value).IsIn("", "null", "undefined", "(not set)"), Text.Trimmed(value));
}
