using SparkAnalytics.Sql.Embedded.Rewrites;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Compiler;

/// <summary>Plans to SQL: every plan passes the rewrites first, and only then its relations are written out.</summary>
internal sealed class PlanCompiler(NameScope names, ExpressionCompiler expressions, ILeafCompiler leaves, Func<string, bool> rewriteApplies)
{
    private readonly RelationCompiler _relations = new(names, expressions, leaves);

    public NameScope Names => names;

    public ExpressionCompiler Expressions => expressions;

    /// <summary>A SELECT with exactly the plan's columns, in its order; doubles of a column too.</summary>
    public string Compile(Relation plan) => _relations.SelectColumns(Rewritten(plan), plan.Output).ToString();

    /// <summary>A SELECT that gives at least the plan's columns, each once under its name of the scope.</summary>
    public string Select(Relation plan) => _relations.Select(Rewritten(plan), []).ToString();

    /// <summary>The same as an item of FROM.</summary>
    public string From(Relation plan) => _relations.From(Rewritten(plan), []).ToString();

    private Relation Rewritten(Relation plan) => RewritePipeline.Apply(plan, rewriteApplies);
}
