using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Compiler;

/// <summary>Joins to SQL.</summary>
internal static class JoinCompiler
{
    public static string Select(Join join, PlanCompiler plans, IReadOnlyList<Expression> conditions)
    {
        var left = plans.From(join.Left, join.Kind is JoinKind.RightOuter or JoinKind.FullOuter ? [] : conditions);
        var right = plans.From(join.Right, join.Kind is JoinKind.Inner or JoinKind.Cross or JoinKind.RightOuter ? conditions : []);
        var condition = join.Condition is null ? "TRUE" : plans.Expressions.Compile(join.Condition);
        var word = join.Kind switch
        {
            JoinKind.LeftOuter => "LEFT JOIN",
            JoinKind.RightOuter => "RIGHT JOIN",
            JoinKind.FullOuter => "FULL JOIN",
            JoinKind.LeftSemi => "SEMI JOIN",
            JoinKind.LeftAnti => "ANTI JOIN",
            _ => "JOIN",
        };
        return join.Condition is null && join.Kind is (JoinKind.Inner or JoinKind.Cross)
            ? $"SELECT *\nFROM {left}\nCROSS JOIN {right}"
            : $"SELECT *\nFROM {left}\n{word} {right}\nON {condition}";
    }
}
