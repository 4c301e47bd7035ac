using System.Globalization;
using SparkAnalytics.SampleData.Shop;
using SparkAnalytics.SampleData.Traffic;
using SparkAnalytics.SampleData.Visitors;

namespace SparkAnalytics.SampleData.Visits;

/// <summary>Plays one visit: landing, pages, and for some the way from cart to order.</summary>
internal sealed class VisitBuilder
{
    private static readonly Weighted<(int Fewest, int Most)> _pageViews = new(
        [(44, (1, 1)), (19, (2, 2)), (13, (3, 3)), (15, (4, 6)), (9, (7, 14))]);

    private readonly List<Hit> _hits = [];
    private Visitor _visitor = Visitor.Of(0);
    private SampleRandom _random = new(0);
    private long _time;
    private string? _previousPage;
    private long _orders;

    /// <summary>The visit's hits in order of time (the list is used again for the next visit) and how far it went.</summary>
    public (IReadOnlyList<Hit> Hits, VisitStage Stage) Build(Visit visit, SampleRandom random)
    {
        _hits.Clear();
        _visitor = Visitor.Of(visit.Visitor);
        _random = random;
        _time = visit.Start;
        _previousPage = null;

        var source = _visitor.IsRobot ? new TrafficSource(1, 1) : TrafficSources.Pick(visit.Number, random);
        var landing = Landing.Of(source, random);
        var page = Catalogue.Page(random);
        var query = page.Contains('?') && landing.Query.StartsWith('?') ? "&" + landing.Query[1..] : landing.Query;
        Add(_visitor.Names.PageView, Catalogue.Site + page + query, source.Referrer, landing.Tags is null ? null : $"{{{landing.Tags}}}");
        _previousPage = Catalogue.Site + page;

        if (_visitor.IsRobot)
        {
            return (_hits, VisitStage.NeverAgain);
        }

        Browse();
        var stage = random.Chance(visit.Number == 1 ? 330 : 1_700) ? Shop(landing) : VisitStage.Looked;
        return (_hits, _visitor.ClientId is null ? VisitStage.NeverAgain : stage);
    }

    private void Browse()
    {
        var (fewest, most) = _pageViews.Pick(_random);
        var pages = _random.Between(fewest, most);
        for (var view = 1; view < pages; view++)
        {
            View(Catalogue.Site + Catalogue.Page(_random));
        }

        if (_random.Chance(90))
        {
            _time += Pauses.BetweenHits(_random);
            Add(_visitor.Names.Signup, _previousPage!, null, $"{{\"user_email\":\"{_random.Next():x16}{_random.Next():x16}\"}}");
        }
    }

    private VisitStage Shop(Landing landing)
    {
        var cart = new List<Product>();
        do
        {
            var product = _random.Pick(Catalogue.Products);
            View(Catalogue.Site + product.Path);
            _time += Pauses.BetweenHits(_random);
            Add(_visitor.Names.AddToCart, _previousPage!, null, string.Create(
                CultureInfo.InvariantCulture, $"{{\"item_id\":\"{product.Id}\",\"quantity\":1,\"price\":{product.Cents / 100}.{product.Cents % 100:00}}}"));
            cart.Add(product);
        }
        while (_random.Chance(2_800));

        View(Catalogue.Site + "/cart");
        if (!_random.Chance(4_800))
        {
            return VisitStage.FilledCart;
        }

        _time += Pauses.BetweenHits(_random);
        Add(_visitor.Names.Checkout, Catalogue.CheckoutSite + "/information", Catalogue.Site + "/cart", null);
        if (!_random.Chance(4_500))
        {
            return VisitStage.FilledCart;
        }

        Buy(cart, landing);
        return VisitStage.Bought;
    }

    private void Buy(List<Product> cart, Landing landing)
    {
        _time += Pauses.BetweenHits(_random);
        var order = Order.Of(++_orders, cart, _random.Chance(5_000) ? landing.Tags : null, _random);
        var referrer = _random.Chance(2_000) ? "https://www.paypal.com/" : Catalogue.CheckoutSite + "/payment";
        var thanks = Catalogue.CheckoutSite + "/thank-you";
        Add(_visitor.Names.Purchase, thanks, referrer, order.ToJson(_random));

        var fate = _random.Below(1000);
        if (fate < 25)
        {
            _time += Pauses.BetweenHits(_random);
            Add(_visitor.Names.Purchase, thanks, thanks, order.ToJson(_random));
        }
        else if (fate < 45)
        {
            // The payment returns in another browser, where the discount is not known: other visitor, other revenue.
            _time += Pauses.BetweenHits(_random);
            var elsewhere = order with { Cents = order.Cents + (order.Cents / 10) };
            _hits.Add(new Hit(Visitor.NewClientId(_random), _time, _visitor.Names.Purchase, thanks, null, UserAgents.People.Pick(_random), elsewhere.ToJson(_random)));
        }
    }

    private void View(string url)
    {
        _time += Pauses.BetweenHits(_random);
        Add(_visitor.Names.PageView, url, _previousPage, null);
        _previousPage = url;
    }

    private void Add(string eventName, string url, string? referrer, string? data) =>
        _hits.Add(new Hit(_visitor.ClientId, _time, eventName, url, referrer, _visitor.UserAgent, data));
}
