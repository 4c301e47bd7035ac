using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Staging;

/// <summary>The three UTM tags of an event, from the first of the origins that has any.</summary>
internal static class UtmTags
{
    private static readonly string[] s_names = ["utm_source", "utm_medium", "utm_campaign"];

    /// <summary>Adds <c>utm_source</c>, <c>utm_medium</c> and <c>utm_campaign</c>, and columns of its own that a later selection leaves out.</summary>
    /// <param name="events">With <c>page_url</c> and <paramref name="json"/>.</param>
    /// <param name="json">The column that holds event_data where it is one JSON object.</param>
    /// <param name="settings">The origins in order, the paths in event_data, and the parameters of page_url.</param>
    public static DataFrame AddTo(DataFrame events, string json, AnalyticsSettings settings)
    {
        var found = events;
        var isOpen = Lit(true);
        foreach (var origin in settings.UtmFrom)
        {
            found = origin switch
            {
                UtmOrigins.EventData => AddFromEventData(found, json, settings.Paths),
                UtmOrigins.PageUrl => AddFromUrl(found, origin, "query", isOpen & Col("page_url").Contains("?"), settings.UtmParameters),
                _ => AddFromUrl(found, origin, "fragment", isOpen & Col("page_url").Contains("#"), settings.UtmParameters),
            };
            isOpen &= !HasAny(origin);
        }

        foreach (var name in s_names)
        {
            var tag = Text.NullText();
            foreach (var origin in settings.UtmFrom.Reverse())
            {
                tag = When(HasAny(origin), Col($"{origin}_{name}")).Otherwise(tag);
            }

            found = found.WithColumn(name, tag);
        }

        return found;
    }

    private static Column HasAny(string origin) =>
        s_names.Select(name => Col($"{origin}_{name}").IsNotNull()).Aggregate((left, right) => left | right);

    private static DataFrame AddFromEventData(DataFrame events, string json, EventDataPathSettings paths) =>
        s_names.Zip([paths.UtmSource, paths.UtmMedium, paths.UtmCampaign]).Aggregate(events, (found, tag) =>
            found.WithColumn($"{UtmOrigins.EventData}_{tag.First}", Cleaned(EventData.TextAt(Col(json), tag.Second))));

    /// <summary>Asks a URL once for all parameters, and only where no origin before has decided and the URL has such a part.</summary>
    private static DataFrame AddFromUrl(DataFrame events, string origin, string part, Column isAsked, UtmParameterSettings parameters)
    {
        List<IReadOnlyList<string>> lists = [parameters.Source, parameters.Medium, parameters.Campaign];
        var names = lists.SelectMany(list => list).Distinct().ToList();
        var values = $"{origin}_values";
        var found = events.WithColumn(values, When(isAsked, UrlTags(Col("page_url"), part, [.. names])));

        return s_names.Zip(lists).Aggregate(found, (before, tag) =>
            before.WithColumn($"{origin}_{tag.First}", Coalesce([.. tag.Second.Select(name => Col(values).GetItem(names.IndexOf(name)))])));
    }

    private static Column Cleaned(Column value) =>
        When(!Text.Comparable(value).IsIn("", "null", "undefined", "(not set)"), Text.Trimmed(value));
}
