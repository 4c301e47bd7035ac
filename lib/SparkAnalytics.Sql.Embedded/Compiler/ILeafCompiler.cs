using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Compiler;

/// <summary>Makes the SQL of the relations that a plan starts from.</summary>
internal interface ILeafCompiler
{
    /// <summary>A SELECT that gives the leaf's columns under the scope's names, and hidden ones.</summary>
    /// <param name="leaf">A relation without inputs, or <see cref="Cached"/>.</param>
    /// <param name="names">The statement's names.</param>
    /// <param name="conditions">Conditions that every row above must meet; they may be used to read less, never more.</param>
    string Compile(Relation leaf, NameScope names, IReadOnlyList<Expression> conditions);
}
