namespace SparkAnalytics.SampleData.Shop;

/// <summary>One article: its page, its name as JSON text, its price in cents.</summary>
internal sealed record Product(string Id, string Path, string JsonName, int Cents);
