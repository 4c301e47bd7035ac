namespace SparkAnalytics.Delta;

/// <summary>Configuration of a feature, kept for those who know it.</summary>
internal sealed record DomainMetadata(string Domain, string Configuration, bool Removed) : LogAction;
