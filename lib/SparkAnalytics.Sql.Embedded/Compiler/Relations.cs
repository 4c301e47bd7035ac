using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Compiler;

/// <summary>Relations rebuilt over other inputs.</summary>
internal static class Relations
{
    /// <summary>The same relation over changed inputs.</summary>
    public static Relation MapInputs(Relation relation, Func<Relation, Relation> map) => relation switch
    {
        Project project => project with { Input = map(project.Input) },
        Filter filter => filter with { Input = map(filter.Input) },
        Aggregate aggregate => aggregate with { Input = map(aggregate.Input) },
        Sort sort => sort with { Input = map(sort.Input) },
        Limit limit => limit with { Input = map(limit.Input) },
        Deduplicate deduplicate => deduplicate with { Input = map(deduplicate.Input) },
        Sample sample => sample with { Input = map(sample.Input) },
        SubqueryAlias alias => new SubqueryAlias(map(alias.Input), alias.Name),
        Hint hint => hint with { Input = map(hint.Input) },
        Repartition repartition => repartition with { Input = map(repartition.Input) },
        Join join => new Join(map(join.Left), map(join.Right), join.Kind, join.Condition),
        SetOperation operation => operation with { Left = map(operation.Left), Right = map(operation.Right) },
        _ => relation,
    };
}
