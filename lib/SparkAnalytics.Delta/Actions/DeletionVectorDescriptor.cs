using System.Globalization;

namespace SparkAnalytics.Delta;

/// <summary>Where the deleted rows of a data file are listed (PROTOCOL.md, "Deletion Vector Descriptor Schema").</summary>
/// <param name="StorageType"><c>u</c> a file of the table, <c>p</c> a file elsewhere, <c>i</c> inline.</param>
/// <param name="PathOrInline">The file's identifier, its path, or the data.</param>
/// <param name="Offset">Where in the file the vector starts, in bytes.</param>
/// <param name="SizeInBytes">Length of the serialized vector.</param>
/// <param name="Cardinality">Number of deleted rows.</param>
public sealed record DeletionVectorDescriptor(string StorageType, string PathOrInline, int? Offset, int SizeInBytes, long Cardinality)
{
    internal string UniqueId => Offset is int offset
        ? string.Create(CultureInfo.InvariantCulture, $"{StorageType}{PathOrInline}@{offset}")
        : StorageType + PathOrInline;
}
