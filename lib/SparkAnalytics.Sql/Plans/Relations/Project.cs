using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>New columns computed from the input's, which may hold window functions or one generator (<c>explode</c>).</summary>
/// <param name="Input">The input.</param>
/// <param name="Expressions">The columns, in order.</param>
public sealed record Project(Relation Input, ImmutableArray<NamedExpression> Expressions) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output { get; } = [.. Expressions.Select(expression => expression.Output)];

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this with { Input = map(Input) };
}
