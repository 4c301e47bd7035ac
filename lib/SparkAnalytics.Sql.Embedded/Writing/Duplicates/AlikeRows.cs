using System.Collections.Frozen;
using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing.Duplicates;

/// <summary>Rows of which those of one key are alike, so that it does not matter which of them stays.</summary>
internal static class AlikeRows
{
    /// <summary>Functions that put whole values together.</summary>
    private static readonly FrozenSet<string> s_whole = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "md5", "concat", "concat_ws", "coalesce", "isnull", "isnotnull");

    /// <summary>
    /// The rows to be deduplicated, with a filter that leaves out those whose key was met before; null unless they are distinct by one md5 over whole columns, and all that they hold
    /// comes from those columns.
    /// </summary>
    /// <param name="deduplicate">The rows.</param>
    /// <param name="set">The number of the set of keys.</param>
    public static Relation? Once(Deduplicate deduplicate, long set)
    {
        var definitions = new Dictionary<long, Expression>();
        var filters = new List<Filter>();
        Collect(deduplicate.Input, definitions, filters);
        if (deduplicate.Keys is not [var key] || !Definition(key, definitions).SelfAndBelow().Any(part => part is FunctionCall { Name: "md5" }))
        {
            return null;
        }

        var whole = Whole(key, definitions).ToHashSet();
        var all = deduplicate.Output.Concat(filters.Select(filter => filter.Condition)).ToList();
        var seen = new HashSet<long>();
        var sources = all.SelectMany(expression => Sources(expression, definitions, whole, seen)).ToList();
        return sources.All(whole.Contains) && definitions.Where(definition => seen.Contains(definition.Key)).Select(definition => definition.Value).Concat(all).All(IsOfItsRow)
            ? Filtered(deduplicate.Input, filters.FirstOrDefault(), key, set)
            : null;
    }

    /// <summary>
    /// The question stands in the highest filter, behind what that asks already, so that only rows which pass are met. Should a row be met that another filter leaves out, the number of
    /// rows that are written tells so.
    /// </summary>
    private static Relation? Filtered(Relation relation, Filter? filter, AttributeReference key, long set)
    {
        var question = new FunctionCall(EngineFunctions.IsFirstKey, [key, new Literal(set, new LongType())]) { ResultType = new BooleanType() };
        return filter is null ? new Filter(relation, question)
            : !filter.Output.Any(column => column.Id == key.Id) ? null
            : Replace(relation, filter, new Filter(filter.Input, new FunctionCall("when", [filter.Condition, question]) { ResultType = new BooleanType() }));
    }

    private static Relation Replace(Relation relation, Filter old, Filter by) => ReferenceEquals(relation, old) ? by : relation.MapInputs(input => Replace(input, old, by));

    /// <summary>Whether a row's own columns alone say the value.</summary>
    private static bool IsOfItsRow(Expression expression) =>
        !expression.MakesRows() && !expression.Holds<WindowExpression>() && expression.IsSteady() && !expression.SelfAndBelow().Any(part => part is FunctionCall { Name: "input_file_name" });

    private static void Collect(Relation relation, Dictionary<long, Expression> definitions, List<Filter> filters)
    {
        switch (relation)
        {
            case Project project:
                foreach (var expression in project.Expressions.Where(expression => !(expression.Value is AttributeReference column && column.Id == expression.Output.Id)))
                {
                    definitions[expression.Output.Id] = expression.Value;
                }

                Collect(project.Input, definitions, filters);
                break;
            case Filter filter:
                filters.Add(filter);
                Collect(filter.Input, definitions, filters);
                break;
            case SubqueryAlias or Hint or Repartition:
                Collect(relation.Inputs.Single(), definitions, filters);
                break;
            default:
                break;
        }
    }

    private static Expression Definition(Expression expression, Dictionary<long, Expression> definitions) =>
        expression is AttributeReference column && definitions.TryGetValue(column.Id, out var definition) ? Definition(definition, definitions) : expression;

    /// <summary>The columns, of the source and computed ones, that go into a key whole.</summary>
    private static IEnumerable<long> Whole(Expression expression, Dictionary<long, Expression> definitions) => expression switch
    {
        AttributeReference column => definitions.TryGetValue(column.Id, out var definition) ? Whole(definition, definitions).Prepend(column.Id) : [column.Id],
        FunctionCall { Name: "when" } cases => cases.Arguments.SelectMany(part => Whole(part, definitions)),
        FunctionCall call when s_whole.Contains(call.Name) => call.Arguments.SelectMany(part => Whole(part, definitions)),
        Alias alias => Whole(alias.Child, definitions),
        Cast { To: StringType } cast => Whole(cast.Child, definitions),
        _ => [],
    };

    /// <summary>The columns that an expression comes from, no further down than to known ones; each definition is looked into once.</summary>
    private static IEnumerable<long> Sources(Expression expression, Dictionary<long, Expression> definitions, HashSet<long> known, HashSet<long> seen)
    {
        foreach (var column in expression.Columns().Where(column => seen.Add(column.Id)))
        {
            var isSource = known.Contains(column.Id) || !definitions.ContainsKey(column.Id);
            foreach (var source in isSource ? [column.Id] : Sources(definitions[column.Id], definitions, known, seen))
            {
                yield return source;
            }
        }
    }
}
