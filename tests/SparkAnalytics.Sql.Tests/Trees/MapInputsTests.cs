using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using Range = SparkAnalytics.Sql.Plans.Range;

namespace SparkAnalytics.Sql.Tests.Trees;

public sealed class MapInputsTests
{
    private static readonly Range s_left = new(0, 1, 1, AttributeReference.Create("id", new LongType()));
    private static readonly Range s_right = new(0, 2, 1, AttributeReference.Create("id", new LongType()));
    private static readonly ImmutableArray<AttributeReference> s_columns = [s_left.Id];
    private static readonly Literal s_true = new(true, new BooleanType());

    private static IEnumerable<Relation> Relations =>
    [
        s_left,
        new Project(s_left, [new NamedExpression(s_left.Id, s_left.Id)]),
        new Filter(s_left, s_true),
        new Aggregate(s_left, GroupKind.GroupBy, [s_left.Id], [new NamedExpression(s_left.Id, s_left.Id)]),
        new Sort(s_left, []),
        new Limit(s_left, 1),
        new Deduplicate(s_left, s_columns),
        new Sample(s_left, 0.5, false, 1),
        new SubqueryAlias(s_left, "rows"),
        new Hint(s_left, "broadcast", []),
        new Repartition(s_left, null, [], false, true),
        new Join(s_left, s_right, JoinKind.Inner, null),
        new SetOperation(SetOperationKind.Union, s_left, s_right, true, s_columns),
        new Read("csv", [], ImmutableDictionary<string, string>.Empty, s_columns),
        new LocalRelation(s_columns, []),
        new SqlQuery("SELECT 1", s_columns),
        new TableHistory("/table", null, s_columns),
        new TableDetail("/table", s_columns),
        new Cached(s_left, Guid.Empty),
    ];

    [Fact]
    public void Relations_OfEveryKind_AreHere() => Assert.Empty(
        typeof(Relation).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Relation)) && !type.IsAbstract).Except(Relations.Select(relation => relation.GetType())));

    [Fact]
    public void MapInputs_HandsEachInputToTheMapInOrder()
    {
        foreach (var relation in Relations.Where(relation => relation is not Cached))
        {
            var seen = new List<Relation>();
            relation.MapInputs(input => Noted(input, seen));

            Assert.Equal(relation.Inputs, seen);
        }
    }

    [Fact]
    public void MapInputs_PutsTheNewInputsInThePlaceOfTheOld()
    {
        foreach (var relation in Relations.Where(relation => relation is not Cached))
        {
            var mapped = relation.MapInputs(input => new Limit(input, 7));

            Assert.All(mapped.Inputs, input => Assert.IsType<Limit>(input));
            Assert.Equal(relation.Output, mapped.Output);
        }
    }

    [Fact]
    public void MapInputs_OfCachedRows_LeavesTheKeptPlan()
    {
        var cached = new Cached(s_left, Guid.Empty);

        Assert.Same(cached, cached.MapInputs(input => new Limit(input, 7)));
    }

    private static Relation Noted(Relation input, List<Relation> seen)
    {
        seen.Add(input);
        return input;
    }
}
