namespace SparkAnalytics.Models.Settings;

/// <summary>The attribution models, as named in settings and in the column <c>model</c>.</summary>
public static class AttributionModelNames
{
    /// <summary>All credit to the earliest touch.</summary>
    public const string FirstClick = "first_click";

    /// <summary>All credit to the latest touch.</summary>
    public const string LastClick = "last_click";

    /// <summary>The same credit to every touch.</summary>
    public const string Linear = "linear";

    /// <summary>40 % to the first, 40 % to the last, 20 % to those between.</summary>
    public const string PositionBased = "position_based";

    /// <summary>Credit that halves with every half-life before the last touch.</summary>
    public const string TimeDecay = "time_decay";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [FirstClick, LastClick, Linear, PositionBased, TimeDecay];
}
