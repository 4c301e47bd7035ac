namespace SparkAnalytics.Pipeline.Reports;

/// <summary>The figures people look at after a run; money in the shop's currency.</summary>
public sealed record TotalsReport
{
    /// <summary>Events staged.</summary>
    public required long Events { get; init; }

    /// <summary>Events without a user, which belong to no session.</summary>
    public required long EventsWithoutUser { get; init; }

    /// <summary>Events whose event_data is not one JSON object.</summary>
    public required long MalformedEventData { get; init; }

    /// <summary>Events whose revenue is no number or out of range.</summary>
    public required long UnreadableRevenue { get; init; }

    /// <summary>Events of bots, headless browsers and libraries, staged or, by the setting <c>bots</c>, set aside.</summary>
    public required long BotEvents { get; init; }

    /// <summary>Users.</summary>
    public required long Users { get; init; }

    /// <summary>Sessions.</summary>
    public required long Sessions { get; init; }

    /// <summary>Sessions whose entry page carries an ad click id.</summary>
    public required long SessionEntriesWithClickId { get; init; }

    /// <summary>Orders.</summary>
    public required long Orders { get; init; }

    /// <summary>Their revenue.</summary>
    public required decimal Revenue { get; init; }

    /// <summary>Orders without an eligible touch.</summary>
    public required long UnattributedOrders { get; init; }

    /// <summary>Their revenue.</summary>
    public required decimal UnattributedRevenue { get; init; }

    /// <summary>Orders whose events disagree about revenue or user.</summary>
    public required long OrderConflicts { get; init; }

    /// <summary>The sum of revenue minus revenue_min over those.</summary>
    public required decimal OrderConflictRevenue { get; init; }
}
