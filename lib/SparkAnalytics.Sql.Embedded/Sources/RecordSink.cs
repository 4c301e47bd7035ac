namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>Takes one record of a text file.</summary>
/// <param name="record">Its bytes without the line end.</param>
/// <param name="isReadable">Whether it fits the format.</param>
internal delegate void RecordSink(ReadOnlySpan<byte> record, bool isReadable);
