using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Compiler;

/// <summary>Joins to SQL.</summary>
internal static class JoinCompiler
{
    public static NestedSql Select(Join join, RelationCompiler relations, IReadOnlyList<Expression> conditions)
    {
        var left = relations.From(join.Left, join.Kind is JoinKind.RightOuter or JoinKind.FullOuter ? [] : conditions);
        var right = relations.From(join.Right, join.Kind is JoinKind.Inner or JoinKind.Cross or JoinKind.RightOuter ? conditions : []);
        var condition = join.Condition is null ? "TRUE" : relations.Expressions.Compile(join.Condition);
        var word = join.Kind switch
        {
            JoinKind.LeftOuter => "LEFT JOIN",
            JoinKind.RightOuter => "RIGHT JOIN",
            JoinKind.FullOuter => "FULL JOIN",
            JoinKind.LeftSemi => "SEMI JOIN",
            JoinKind.LeftAnti => "ANTI JOIN",
            _ => "JOIN",
        };
        if (join.Condition is null && join.Kind is (JoinKind.Inner or JoinKind.Cross))
        {
            return $"SELECT *\nFROM {left}\nCROSS JOIN {right}";
        }

        return $"SELECT *\nFROM {left}\n{word} {right}\nON {condition}";
    }
}
