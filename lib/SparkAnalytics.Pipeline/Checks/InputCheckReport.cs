using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Input;

namespace SparkAnalytics.Pipeline.Checks;

/// <summary>What a load would find in its input.</summary>
/// <param name="Formats">The files by format.</param>
/// <param name="FilesPassedOver">Files of folders and globs whose names tell no format.</param>
/// <param name="Rows">Rows read, unreadable ones included.</param>
/// <param name="Staged">Rows that would be staged, exact duplicates once.</param>
/// <param name="Duplicates">Rows that would be dropped because another has every raw column equal.</param>
/// <param name="SetAside">Rows that would be set aside, by reason, most first; exact duplicates once.</param>
/// <param name="Columns">The raw columns in their order.</param>
/// <param name="UnknownColumns">Columns that no rule uses, in order of name.</param>
public sealed record InputCheckReport(
    ImmutableArray<FormatReport> Formats,
    ImmutableArray<string> FilesPassedOver,
    long Rows,
    long Staged,
    long Duplicates,
    ImmutableArray<SetAsideReport> SetAside,
    ImmutableArray<ColumnReport> Columns,
    ImmutableArray<string> UnknownColumns);

/// <summary>The files of one format.</summary>
/// <param name="Format">The format.</param>
/// <param name="Files">How many; of Delta tables, how many tables.</param>
/// <param name="Bytes">Their size in bytes; of Delta tables 0.</param>
public sealed record FormatReport(InputFormat Format, long Files, long Bytes);

/// <summary>Rows with the same reason against them.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Rows">How many.</param>
/// <param name="ExampleFile">The file of one of them.</param>
/// <param name="ExampleText">Its text: the line, or what the raw columns hold as a JSON object.</param>
public sealed record SetAsideReport(string Reason, long Rows, string ExampleFile, string ExampleText);

/// <summary>A raw column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FoundAs">The names that it has in the files, in order.</param>
/// <param name="Files">In how many files it is.</param>
public sealed record ColumnReport(string Name, ImmutableArray<string> FoundAs, long Files);
