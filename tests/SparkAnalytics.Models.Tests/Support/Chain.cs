using SparkAnalytics.Sql;

namespace SparkAnalytics.Models.Tests.Support;

/// <summary>The seven tables of some raw events.</summary>
public sealed class Chain
{
    public Chain(ModelsFixture models, IEnumerable<RawEvent> raw, AnalyticsSettings? given = null, ChannelSettings? channels = null)
    {
        var settings = given ?? ModelsFixture.Defaults;
        Events = models.Stage(raw, settings, channels).Cache();
        SessionEvents = FctSessionEvents.Build(Events, settings).Cache();
        Sessions = FctSessions.Build(SessionEvents, settings);
        Orders = FctOrders.Build(Events, settings);
        Users = DimUsers.Build(SessionEvents, Orders, settings);
        Touches = FctMarketingTouches.Build(Sessions);
        Attribution = FctOrderAttribution.Build(Orders, Touches, settings);
    }

    public DataFrame Events { get; }

    public DataFrame SessionEvents { get; }

    public DataFrame Sessions { get; }

    public DataFrame Users { get; }

    public DataFrame Orders { get; }

    public DataFrame Touches { get; }

    public DataFrame Attribution { get; }

    /// <summary>The tables by name.</summary>
    public IReadOnlyDictionary<string, DataFrame> Tables => new Dictionary<string, DataFrame>
    {
        ["stg_events"] = Events,
        ["fct_session_events"] = SessionEvents,
        ["fct_sessions"] = Sessions,
        ["dim_users"] = Users,
        ["fct_orders"] = Orders,
        ["fct_marketing_touches"] = Touches,
        ["fct_order_attribution"] = Attribution,
    };
}
