namespace SparkAnalytics.Models.Settings;

/// <summary>Event names (compared exactly) behind the counts of dim_users and behind fct_orders. No list is empty.</summary>
public sealed record EventNameSettings
{
    /// <summary>Events counted in <c>pageviews</c>.</summary>
    public IReadOnlyList<string> Pageviews { get; init; } = ["page_view", "page_viewed"];

    /// <summary>Events counted in <c>adds_to_cart</c>.</summary>
    public IReadOnlyList<string> AddsToCart { get; init; } = ["add_to_cart", "product_added_to_cart"];

    /// <summary>Events counted in <c>checkouts_started</c>.</summary>
    public IReadOnlyList<string> CheckoutsStarted { get; init; } = ["begin_checkout", "checkout_started"];

    /// <summary>Events counted in <c>purchases</c>, whose revenue counts and which make orders.</summary>
    public IReadOnlyList<string> Purchases { get; init; } = ["purchase", "checkout_completed"];
}
