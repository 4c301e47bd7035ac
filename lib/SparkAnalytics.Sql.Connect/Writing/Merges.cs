using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Plans;
using Action = SparkAnalytics.Sql.Connect.Protocol.MergeAction.Types.ActionType;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Writing;

/// <summary>Merges in the protocol's form.</summary>
internal static class Merges
{
    public static Proto.MergeIntoTableCommand Of(MergeCommand merge, PlanCompiler plans)
    {
        var source = plans.Rewritten(merge.Source);
        var compiler = TargetNames.Compiler(merge.Target, plans, source);
        var result = new Proto.MergeIntoTableCommand
        {
            TargetTableName = SqlCommands.Table(merge.Path),
            SourceTablePlan = compiler.Columns(source, (column, _) => compiler.Names[column]),
            MergeCondition = compiler.Expressions.Compile(merge.Condition),
        };
        foreach (var clause in merge.Clauses)
        {
            var actions = clause.When switch
            {
                MergeWhen.Matched => result.MatchActions,
                MergeWhen.NotMatched => result.NotMatchedActions,
                _ => result.NotMatchedBySourceActions,
            };
            actions.Add(new Proto.Expression { MergeAction = Of(clause, compiler.Expressions) });
        }

        return result;
    }

    private static Proto.MergeAction Of(MergeClause clause, ExpressionCompiler expressions)
    {
        var action = new Proto.MergeAction
        {
            ActionType = clause.Action switch { MergeAction.Insert => Action.Insert, MergeAction.Update => Action.Update, _ => Action.Delete },
        };
        if (clause.Condition is not null)
        {
            action.Condition = expressions.Compile(clause.Condition);
        }

        action.Assignments.AddRange(clause.Assignments.Select(assignment => new Proto.MergeAction.Types.Assignment
        {
            Key = Terms.Column(assignment.Key),
            Value = expressions.Compile(assignment.Value),
        }));
        return action;
    }
}
