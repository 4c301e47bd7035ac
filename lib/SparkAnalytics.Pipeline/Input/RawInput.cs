using System.Collections.Immutable;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>Raw rows ready to be checked.</summary>
/// <param name="Rows">The eight raw columns, <c>raw_text</c>, <c>raw_md5</c> and <c>source_file</c>, all text.</param>
/// <param name="UnknownColumns">Columns of the input that no rule uses, in order of name.</param>
internal sealed record RawInput(DataFrame Rows, ImmutableArray<string> UnknownColumns);
