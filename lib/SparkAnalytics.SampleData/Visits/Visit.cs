namespace SparkAnalytics.SampleData.Visits;

/// <summary>One visit: when it starts (microseconds since 1970), by whom (a key that stands for all of the visitor's traits), and the how-many-th it is.</summary>
internal sealed record Visit(long Start, ulong Visitor, int Number);
