using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>The names of what a merge notes beside the columns of its two sides, none of which they have.</summary>
/// <param name="scope">The names of both sides.</param>
internal sealed class MergeNames(NameScope scope)
{
    /// <summary>The number of a row of the source.</summary>
    public string SourceRow { get; } = scope.Fresh("_source_row");

    /// <summary>The file of a row of the target.</summary>
    public string File { get; } = scope.Fresh("_file");

    /// <summary>The place of a row of the target in its file.</summary>
    public string Row { get; } = scope.Fresh("_row");

    /// <summary>The number of the row of the source that a row of the target matches, or NULL.</summary>
    public string Source { get; } = scope.Fresh("_source");

    /// <summary>The clause that applies, from 1; 0 where none does.</summary>
    public string Clause { get; } = scope.Fresh("_clause");
}
