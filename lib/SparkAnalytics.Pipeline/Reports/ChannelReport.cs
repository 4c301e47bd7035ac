namespace SparkAnalytics.Pipeline.Reports;

/// <summary>What one attribution model credits to one channel.</summary>
/// <param name="Model">E.g. <c>first_click</c>.</param>
/// <param name="Channel">E.g. <c>Paid Search</c>.</param>
/// <param name="Orders">Credited orders; a fraction for multi-touch models.</param>
/// <param name="Revenue">Credited revenue.</param>
public sealed record ChannelReport(string Model, string Channel, decimal Orders, decimal Revenue);
