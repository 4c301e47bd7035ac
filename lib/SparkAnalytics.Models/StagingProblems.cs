using SparkAnalytics.Models.Channels;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Staging;

namespace SparkAnalytics.Models;

/// <summary>What a run report counts among events that were staged all the same.</summary>
public static class StagingProblems
{
    /// <summary>Whether event_data is neither absent nor exactly one JSON object.</summary>
    /// <param name="eventData">event_data as read.</param>
    /// <returns>True or false, never NULL.</returns>
    public static Column IsMalformed(Column eventData) => !Text.IsBlank(eventData) & !Text.Holds(IsJsonObject(eventData));

    /// <summary>Whether event_data has a revenue that is no number or out of range.</summary>
    /// <param name="eventData">event_data as read.</param>
    /// <param name="revenue">The staged revenue.</param>
    /// <param name="settings">The path of the revenue.</param>
    /// <returns>True or false, never NULL.</returns>
    public static Column HasUnreadableRevenue(Column eventData, Column revenue, AnalyticsSettings settings)
    {
        var written = GetJsonObject(When(revenue.IsNull() & IsJsonObject(eventData), eventData), settings.Paths.Revenue);
        return !Text.IsBlank(written);
    }

    /// <summary>Whether a page's query carries an ad click id, not empty.</summary>
    /// <param name="pageUrl">The page.</param>
    /// <param name="channels">The rules that name the click ids.</param>
    /// <returns>True or false, never NULL.</returns>
    public static Column HasClickId(Column pageUrl, ChannelSettings channels) =>
        ChannelExpression.HasParameter(pageUrl, channels.ClickIdParameters);
}
