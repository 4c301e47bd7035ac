using System.Collections.Immutable;

namespace SparkAnalytics.Pipeline.Reports;

/// <summary>What came late in an increment, and what that and orders sent again altered of what earlier runs had shown. Events are only ever added, so they join sessions and never split one.</summary>
public sealed record LatenessReport
{
    /// <summary>Events that the run added.</summary>
    public required long Events { get; init; }

    /// <summary>Those of them that are before the watermark of the run before.</summary>
    public required long LateEvents { get; init; }

    /// <summary>By how many seconds before the watermark, in the middle one of them; null where there is none.</summary>
    public required double? MedianSecondsLate { get; init; }

    /// <summary>By how many seconds the latest of them.</summary>
    public required double? MostSecondsLate { get; init; }

    /// <summary>Sessions that merely went on: their users had no later event.</summary>
    public required long SessionsContinued { get; init; }

    /// <summary>Sessions that gained events although their users had later ones.</summary>
    public required long SessionsExtended { get; init; }

    /// <summary>Sessions that became part of the one before.</summary>
    public required long SessionsMerged { get; init; }

    /// <summary>Sessions that have another number, and nothing else.</summary>
    public required long SessionsRenumbered { get; init; }

    /// <summary>Orders that were there and whose purchase was sent again with other values.</summary>
    public required long OrdersChanged { get; init; }

    /// <summary>Orders that were there and whose credit has changed, by any attribution model.</summary>
    public required long OrdersReattributed { get; init; }

    /// <summary>What that moved between channels.</summary>
    public required ImmutableArray<MovedRevenue> RevenueMoved { get; init; }
}

/// <summary>By how much a channel's revenue from orders that were there has changed.</summary>
/// <param name="Model">The attribution model.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Revenue">The change in the shop's currency, negative where it lost.</param>
public sealed record MovedRevenue(string Model, string Channel, decimal Revenue);
