using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Connect.Writing;

/// <summary>The columns of a table to be changed keep their own names; whatever else the command reads gets others.</summary>
internal static class TargetNames
{
    public static RelationCompiler Compiler(Relation target, PlanCompiler plans, params IEnumerable<Relation> others)
    {
        var compiler = plans.NewCompiler(others);
        foreach (var column in target.Output)
        {
            if (compiler.Names[column] != column.Name)
            {
                throw new AnalysisException($"The column '{column.Name}' of the table cannot be told from another one of it; Spark does not change such a table.");
            }
        }

        return compiler;
    }
}
