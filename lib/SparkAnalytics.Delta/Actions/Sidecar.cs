namespace SparkAnalytics.Delta;

/// <summary>Names a file in <c>_sidecars</c> with the file actions of a V2 checkpoint.</summary>
internal sealed record Sidecar(string Path) : LogAction;
