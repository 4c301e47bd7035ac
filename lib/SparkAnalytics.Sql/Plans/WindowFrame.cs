namespace SparkAnalytics.Sql.Plans;

/// <summary>The rows around the current one that a window function sees.</summary>
/// <param name="ByRows">True counts rows, false compares values of the one order key.</param>
/// <param name="Start">Offset of the first row; <see cref="long.MinValue"/> is the partition's start, 0 the current row.</param>
/// <param name="End">Offset of the last row; <see cref="long.MaxValue"/> is the partition's end, 0 the current row.</param>
public sealed record WindowFrame(bool ByRows, long Start, long End);
