using System.Collections.Immutable;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>Raw rows ready to be checked.</summary>
/// <param name="Rows">The eight raw columns, <c>raw_text</c>, <c>raw_md5</c> and <c>source_file</c>, all text.</param>
/// <param name="Columns">The columns of the files that they come from.</param>
internal sealed record RawInput(DataFrame Rows, ImmutableArray<FileColumns> Columns)
{
    /// <summary>Columns of the input that no rule uses, in order of name.</summary>
    public ImmutableArray<string> UnknownColumns => [.. Columns.SelectMany(file => file.Found.Unknown).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>The columns of files that are alike.</summary>
/// <param name="Files">How many.</param>
/// <param name="Found">Their columns.</param>
internal sealed record FileColumns(int Files, FoundColumns Found);
