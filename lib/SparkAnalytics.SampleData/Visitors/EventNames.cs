namespace SparkAnalytics.SampleData.Visitors;

/// <summary>The names of one tracker's events.</summary>
internal sealed record EventNames(string PageView, string AddToCart, string Checkout, string Purchase, string Signup)
{
    public static readonly EventNames Storefront =
        new("page_viewed", "product_added_to_cart", "checkout_started", "checkout_completed", "email_filled_on_popup");

    public static readonly EventNames TagManager =
        new("page_view", "add_to_cart", "begin_checkout", "purchase", "generate_lead");
}
