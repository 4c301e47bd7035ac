using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Files or a table by path.</summary>
/// <param name="Format">Spark's reader name: <c>parquet</c>, <c>csv</c>, <c>json</c>, <c>text</c>, <c>delta</c>, <c>binaryFile</c>.</param>
/// <param name="Paths">Files, folders or globs.</param>
/// <param name="Options">Spark's reader options; keys compare without regard to case.</param>
/// <param name="Columns">The columns, as the engine found or the caller gave them.</param>
public sealed record Read(string Format, ImmutableArray<string> Paths, ImmutableDictionary<string, string> Options, ImmutableArray<AttributeReference> Columns) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Columns;

    /// <summary>The hidden column behind <c>input_file_name()</c>: the file of each row, as the engine names it.</summary>
    public AttributeReference FileName { get; init; } = AttributeReference.Create("_file_name", new Types.StringType());

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this;
}
