using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>
/// One node of an expression tree. Inside a <see cref="Column"/> names are still open (<see cref="UnresolvedColumn"/>);
/// inside a <see cref="Relation"/> each name is an <see cref="AttributeReference"/>, arguments have the types that the function wants, and every node knows its type.
/// </summary>
public abstract record Expression
{
    /// <summary>The type of the value.</summary>
    /// <exception cref="InvalidOperationException">The expression still holds an open name.</exception>
    public abstract DataType Type { get; }

    /// <summary>Whether the value may be NULL.</summary>
    public virtual bool Nullable => true;

    /// <summary>The direct children, in order.</summary>
    public virtual IEnumerable<Expression> Children => [];

    /// <summary>The same node with each direct child replaced.</summary>
    /// <param name="map">Gives the new child.</param>
    /// <returns>The new node, or this one where no child changed.</returns>
    public virtual Expression MapChildren(Func<Expression, Expression> map) => this;
}
