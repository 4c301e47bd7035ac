namespace SparkAnalytics.Delta;

/// <summary>What the result of a transaction depends on.</summary>
internal enum ReadScope
{
    Nothing,
    Files,
    WholeTable,
}
