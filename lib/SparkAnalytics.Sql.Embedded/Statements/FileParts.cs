using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>Parts of a plan over text files that give its rows one after the other, each from few files, so that several can be computed at once with little memory.</summary>
internal static class FileParts
{
    /// <summary>Files of less are read together.</summary>
    private const long LeastBytes = 8 << 20;

    /// <summary>The parts, in the order of their rows; the plan itself where rows depend on one another or do not come from text files.</summary>
    public static IReadOnlyList<Relation> Of(Relation relation) => relation switch
    {
        Project project when project.Expressions.All(expression => IsOfItsRow(expression.Value)) => Above(project),
        Filter filter when IsOfItsRow(filter.Condition) => Above(filter),
        SubqueryAlias => Above(relation),
        SetOperation { Kind: SetOperationKind.Union, IsAll: true } union => [.. Of(union.Left).Concat(Of(union.Right)).Select(part => Renamed(part, union))],
        Read { Format: "csv" or "json" or "text" } read => [.. Groups(FileListing.Files(read)).Select(files => read with { Paths = [.. files] }).DefaultIfEmpty(read)],
        _ => [relation],
    };

    private static bool IsOfItsRow(Expression expression) => expression.IsSteady() && !expression.Holds<WindowExpression>();

    private static List<Relation> Above(Relation relation) => [.. Of(relation.Inputs.Single()).Select(part => relation.MapInputs(_ => part))];

    private static Project Renamed(Relation part, SetOperation union) => new(part, [.. part.Output.Zip(union.Columns, (from, to) => new NamedExpression(to, from))]);

    private static List<List<string>> Groups(IReadOnlyList<string> files)
    {
        var groups = new List<List<string>>();
        var left = 0L;
        foreach (var file in files)
        {
            if (left <= 0)
            {
                groups.Add([]);
                left = LeastBytes;
            }

            groups[^1].Add(file);
            left -= new FileInfo(file).Length;
        }

        return groups;
    }
}
