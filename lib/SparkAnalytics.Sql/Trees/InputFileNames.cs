using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Trees;

/// <summary>Calls of <c>input_file_name()</c> become the hidden column of the one file source below, which the projections in between hand on.</summary>
public static class InputFileNames
{
    /// <summary>Rewrites a plan.</summary>
    /// <param name="relation">The plan.</param>
    /// <returns>The plan without the calls that have a file source below.</returns>
    public static Relation Apply(Relation relation)
    {
        var inner = relation.MapInputs(Apply);
        return inner switch
        {
            Project project when project.Expressions.Any(expression => IsAsked(expression.Value)) && Source(project.Input) is { } read =>
                new Project(Expose(project.Input, read), [.. project.Expressions.Select(expression => expression with { Value = Replace(expression.Value, read) })]),
            Filter filter when IsAsked(filter.Condition) && Source(filter.Input) is { } read => new Filter(Expose(filter.Input, read), Replace(filter.Condition, read)),
            _ => inner,
        };
    }

    private static bool IsAsked(Expression expression) => expression.SelfAndBelow().Any(part => part is FunctionCall { Name: "input_file_name" });

    private static Expression Replace(Expression expression, Read read) =>
        expression is FunctionCall { Name: "input_file_name" } ? read.FileName : expression.MapChildren(child => Replace(child, read));

    private static Read? Source(Relation relation) => relation switch
    {
        Read read => read,
        Project or Filter or SubqueryAlias or Sort or Limit or Hint or Repartition => Source(relation.Inputs.Single()),
        _ => null,
    };

    private static Relation Expose(Relation relation, Read read) => relation is Project project
        ? new Project(Expose(project.Input, read), project.Expressions.Any(expression => expression.Output.Id == read.FileName.Id) ? project.Expressions : project.Expressions.Add(new NamedExpression(read.FileName, read.FileName)))
        : relation.MapInputs(input => Expose(input, read));
}
