using System.Globalization;
using System.Text;

namespace SparkAnalytics.SampleData.Shop;

/// <summary>One order and its event's data: the number as text or digits, the revenue in all the ways in which shops write it.</summary>
internal sealed record Order(string TransactionId, long Cents, string Items, string? Tags)
{
    private static readonly string[] _unreadable = ["\"1.299,00\"", "\"EUR 59\"", "\"n/a\"", "true", "\"1e40\"", "[129]"];

    public static Order Of(long number, IReadOnlyList<Product> cart, string? tags, SampleRandom random)
    {
        var items = new StringBuilder();
        long cents = 0;
        foreach (var product in cart)
        {
            var quantity = random.Chance(8_000) ? 1 : random.Below(3) + 2;
            cents += (long)product.Cents * quantity;
            items.Append(items.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture,
                $"{{\"item_id\":\"{product.Id}\",\"item_name\":\"{product.JsonName}\",\"quantity\":{quantity},\"item_price\":{Amount(product.Cents)}}}");
        }

        var transactionId = random.Below(1000) switch
        {
            < 80 => string.Create(CultureInfo.InvariantCulture, $"{7_000_000 + number}"),
            < 100 => string.Create(CultureInfo.InvariantCulture, $"\"  HF-{100_000 + number} \""),
            < 110 => random.Pick(["null", "\"\"", "true", "1.5"]),
            _ => string.Create(CultureInfo.InvariantCulture, $"\"HF-{100_000 + number}\""),
        };
        return new Order(transactionId, cents, items.ToString(), tags);
    }

    public string ToJson(SampleRandom random)
    {
        var tags = Tags is null ? "" : "," + Tags;
        return $"{{\"transaction_id\":{TransactionId},\"revenue\":{Revenue(random)},\"currency\":\"EUR\",\"items\":[{Items}]{tags}}}";
    }

    private static string Amount(long cents) => string.Create(CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:00}");

    private string Revenue(SampleRandom random) => random.Below(1000) switch
    {
        < 350 => $"\"{Amount(Cents)}\"",
        < 400 => string.Create(CultureInfo.InvariantCulture, $"{Cents / 100}"),
        < 430 => string.Create(CultureInfo.InvariantCulture, $"{Cents}e-2"),
        < 450 => string.Create(CultureInfo.InvariantCulture, $"\"{Cents}E-2\""),
        < 465 => random.Pick(_unreadable),
        < 490 => random.Pick(["null", "\"\"", "\"  \""]),
        _ => Amount(Cents),
    };
}
