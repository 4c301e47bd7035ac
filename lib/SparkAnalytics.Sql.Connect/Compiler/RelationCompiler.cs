using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using Proto = SparkAnalytics.Sql.Connect.Protocol;
using Range = SparkAnalytics.Sql.Plans.Range;

namespace SparkAnalytics.Sql.Connect.Compiler;

/// <summary>Relations of the plan in the protocol's form. Every column has a name of its own in the whole plan, so nothing in it is ambiguous.</summary>
internal sealed class RelationCompiler(UniqueNames names, ILeafCompiler leaves)
{
    public ExpressionCompiler Expressions { get; } = new(names);

    public UniqueNames Names => names;

    public Proto.Relation Compile(Relation relation) => relation switch
    {
        Project project => Projected(Compile(project.Input), project.Expressions),
        Filter filter => new() { Filter = new() { Input = Compile(filter.Input), Condition = Expressions.Compile(filter.Condition) } },
        Join join => new() { Join = Join(join) },
        Aggregate aggregate => Aggregate(aggregate),
        Sort sort => new() { Sort = Sort(sort) },
        Limit limit => new() { Limit = new() { Input = Compile(limit.Input), Limit_ = limit.Count } },
        Deduplicate deduplicate => new() { Deduplicate = Deduplicate(deduplicate) },
        SetOperation operation => new() { SetOp = SetOperation(operation) },
        Range range => Select(new() { Range = new() { Start = range.Start, End = range.End, Step = range.Step } }, [Terms.Named(Terms.Column("id"), names[range.Id])]),
        Sample sample => new() { Sample = new() { Input = Compile(sample.Input), UpperBound = sample.Fraction, WithReplacement = sample.WithReplacement, Seed = sample.Seed } },
        SubqueryAlias alias => Compile(alias.Input),
        Hint hint => new() { Hint = Hint(hint) },
        Repartition repartition => Repartition(repartition),
        _ => leaves.Compile(relation, names),
    };

    /// <summary>A plan's columns in their order, under names that may be given.</summary>
    public Proto.Relation Columns(Relation relation, Func<AttributeReference, int, string> name) =>
        Select(Compile(relation), relation.Output.Select((column, index) => Terms.Named(Terms.Column(names[column]), name(column, index))));

    public static Proto.Relation Select(Proto.Relation input, params IEnumerable<Proto.Expression> expressions)
    {
        var project = new Proto.Project { Input = input };
        project.Expressions.AddRange(expressions);
        return new() { Project = project };
    }

    private Proto.Relation Projected(Proto.Relation input, IEnumerable<NamedExpression> expressions) => Select(input, Named(expressions));

    private IEnumerable<Proto.Expression> Named(IEnumerable<NamedExpression> expressions) => expressions
        .DistinctBy(expression => expression.Output.Id)
        .Select(expression => expression.Value is AttributeReference column && column.Id == expression.Output.Id
            ? Terms.Column(names[column])
            : Terms.Named(Expressions.Compile(expression.Value), names[expression.Output]));

    private Proto.Join Join(Join join)
    {
        var result = new Proto.Join
        {
            Left = Compile(join.Left),
            Right = Compile(join.Right),
            JoinType = join.Kind switch
            {
                JoinKind.LeftOuter => Proto.Join.Types.JoinType.LeftOuter,
                JoinKind.RightOuter => Proto.Join.Types.JoinType.RightOuter,
                JoinKind.FullOuter => Proto.Join.Types.JoinType.FullOuter,
                JoinKind.LeftSemi => Proto.Join.Types.JoinType.LeftSemi,
                JoinKind.LeftAnti => Proto.Join.Types.JoinType.LeftAnti,
                _ when join.Condition is null => Proto.Join.Types.JoinType.Cross,
                _ => Proto.Join.Types.JoinType.Inner,
            },
        };
        if (result.JoinType != Proto.Join.Types.JoinType.Cross)
        {
            result.JoinCondition = join.Condition is null ? Terms.Truth(true) : Expressions.Compile(join.Condition);
        }

        return result;
    }

    /// <summary>The keys come first in Spark's result; the projection above leaves them out. Under names of ours grouping() would not know them.</summary>
    private Proto.Relation Aggregate(Aggregate aggregate)
    {
        var result = new Proto.Aggregate
        {
            Input = Compile(aggregate.Input),
            GroupType = aggregate.Kind switch
            {
                GroupKind.Rollup => Proto.Aggregate.Types.GroupType.Rollup,
                GroupKind.Cube => Proto.Aggregate.Types.GroupType.Cube,
                _ => Proto.Aggregate.Types.GroupType.Groupby,
            },
        };
        result.GroupingExpressions.AddRange(aggregate.GroupBy.Select(Expressions.Key));
        var expressions = aggregate.Expressions.DistinctBy(expression => expression.Output.Id).ToList();
        var own = expressions.ConvertAll(expression => names.Fresh(expression.Output.Name));
        result.AggregateExpressions.AddRange(expressions.Select((expression, index) => Terms.Named(Expressions.Compile(expression.Value), own[index])));
        return Select(new() { Aggregate = result }, expressions.Select((expression, index) => Terms.Named(Terms.Column(own[index]), names[expression.Output])));
    }

    private Proto.Sort Sort(Sort sort)
    {
        var result = new Proto.Sort { Input = Compile(sort.Input), IsGlobal = sort.IsGlobal };
        result.Order.AddRange(sort.Order.Select(Expressions.Order));
        return result;
    }

    private Proto.Deduplicate Deduplicate(Deduplicate deduplicate)
    {
        var result = new Proto.Deduplicate { Input = Compile(deduplicate.Input) };
        result.ColumnNames.AddRange(deduplicate.Keys.Select(key => names[key]).Distinct());
        return result;
    }

    private Proto.SetOperation SetOperation(SetOperation operation) => new()
    {
        LeftInput = Columns(operation.Left, (_, index) => names[operation.Columns[index]]),
        RightInput = Columns(operation.Right, (_, index) => names[operation.Columns[index]]),
        SetOpType = operation.Kind switch
        {
            SetOperationKind.Union => Proto.SetOperation.Types.SetOpType.Union,
            SetOperationKind.Intersect => Proto.SetOperation.Types.SetOpType.Intersect,
            _ => Proto.SetOperation.Types.SetOpType.Except,
        },
        IsAll = operation.IsAll,
    };

    private Proto.Hint Hint(Hint hint)
    {
        var result = new Proto.Hint { Input = Compile(hint.Input), Name = hint.Name };
        result.Parameters.AddRange(hint.Parameters.Select(parameter => parameter switch
        {
            Expression expression => Expressions.Compile(expression),
            int number => Terms.Number(number),
            long number => Terms.Number(number),
            bool truth => Terms.Truth(truth),
            _ => Terms.Text(parameter.ToString() ?? string.Empty),
        }));
        return result;
    }

    private Proto.Relation Repartition(Repartition repartition)
    {
        if (repartition.By.IsEmpty)
        {
            return new() { Repartition = new() { Input = Compile(repartition.Input), NumPartitions = repartition.Partitions ?? 1, Shuffle = repartition.Shuffle } };
        }

        var result = new Proto.RepartitionByExpression { Input = Compile(repartition.Input) };
        if (repartition.Partitions is { } partitions)
        {
            result.NumPartitions = partitions;
        }

        result.PartitionExprs.AddRange(repartition.By.Select(order => repartition.ByRange ? new Proto.Expression { SortOrder = Expressions.Order(order) } : Expressions.Key(order.Child)));
        return new() { RepartitionByExpression = result };
    }
}
