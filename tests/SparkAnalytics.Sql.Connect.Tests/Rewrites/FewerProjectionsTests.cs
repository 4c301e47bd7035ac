using System.Globalization;
using CsCheck;
using SparkAnalytics.Sql.Connect.Rewrites;
using SparkAnalytics.Sql.Connect.Tests.Support;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Rewrites;

/// <summary>Steps that do not depend on one another are one projection, and the columns are what they were.</summary>
public sealed class FewerProjectionsTests : IDisposable
{
    private static readonly StructType s_schema = new([new("a", new StringType()), new("b", new StringType())]);

    private readonly PlanRecorder _recorder = new();

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public void StepsThatDoNotDependOnOneAnother_AreOneProjection()
    {
        var rewritten = Rewritten(Recorded().WithColumn("x", Upper(Col("a"))).WithColumn("y", Lower(Col("b"))).WithColumnRenamed("a", "c").Drop("b").WithColumn("z", Upper(Col("c"))));

        var texts = Assert.Single(Projections(rewritten)).Expressions.Select(Text);
        Assert.Equal(["a AS c", "lower(b) AS y", "upper(a) AS x", "upper(a) AS z"], texts.Order(StringComparer.Ordinal));
        Assert.Equal(["c", "x", "y", "z"], rewritten.Output.Select(column => column.Name));
    }

    [Fact]
    public void StepsThatDepend_StandOnOneAnother()
    {
        var rewritten = Rewritten(Recorded().WithColumn("x", Upper(Col("a"))).WithColumn("y", Lower(Col("x"))).WithColumn("z", Upper(Col("b"))).WithColumn("w", Lower(Col("z"))));

        Assert.Equal(
            ["upper(a) AS x, upper(b) AS z", "lower(x) AS y, lower(z) AS w"],
            Projections(rewritten).Reverse().Select(project => string.Join(", ", project.Expressions.Where(expression => expression.Value is not AttributeReference).Select(Text))));
    }

    [Fact]
    public void ColumnThatNothingAboveUses_IsNotHandedOn()
    {
        var rewritten = Rewritten(Recorded().WithColumn("x", Upper(Col("a"))).WithColumn("y", Lower(Col("x"))).WithColumn("z", Upper(Col("b"))).Select("y", "z"));

        Assert.Equal(["x", "z"], Projections(rewritten).Last().Output.Select(column => column.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ValueUnderTwoNames_IsComputedOnce()
    {
        var rewritten = Rewritten(Recorded().WithColumn("x", Upper(Col("a"))).WithColumn("y", Col("x")).WithColumn("z", Lower(Col("b"))).Select("x", "y", "z"));

        Assert.Equal(["upper(a) AS x"], Projections(rewritten).SelectMany(project => project.Expressions).Select(Text).Where(text => text.StartsWith("upper", StringComparison.Ordinal)));
    }

    [Fact]
    public void ColumnThatIsAnotherWithEachEvaluation_StaysWhereItIs()
    {
        var frame = Recorded().WithColumn("x", Rand(1)).WithColumn("y", Upper(Col("a"))).WithColumn("z", Explode(Array(Col("a"), Col("b")))).WithColumn("w", Lower(Col("a")));

        Assert.Equal(4, Projections(Rewritten(frame)).Count());
    }

    /// <summary>A chain of projections of sums and names gives the same numbers before and behind the rewrite, and never more projections.</summary>
    [Fact]
    public void Columns_OfAnyChain_KeepTheirValues() => Gen.Select(Gen.Int[1, 3], Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[0, 3]).Array[1, 4].Array[1, 8]).Sample(chain =>
    {
        var read = new LocalRelation([.. Enumerable.Range(0, chain.Item1).Select(index => AttributeReference.Create($"in{index}", new LongType()))], []);
        var plan = chain.Item2.Aggregate((Relation)read, (below, step) => new Project(below, [.. step.Select(column => Made(below, column)), .. below.Output.Take(step[0].Item1 % 4).Select(kept => new NamedExpression(kept, kept))]));

        var rewritten = FewerProjections.Apply(plan);

        Assert.Equal(plan.Output, rewritten.Output);
        Assert.Equal(Values(plan), Values(rewritten));
        Assert.True(Projections(rewritten).Count() <= Projections(plan).Count());
    });

    private static NamedExpression Made(Relation below, (int Left, int Right, int Kind) column)
    {
        var (left, right) = (below.Output[column.Left % below.Output.Length], below.Output[column.Right % below.Output.Length]);
        var output = AttributeReference.Create("made", new LongType());
        return new(output, column.Kind == 0 ? left : new FunctionCall("+", [left, column.Kind == 1 ? new Literal(7L, new LongType()) : right]) { ResultType = new LongType() });
    }

    /// <summary>The row that a plan makes of one in which the first column is 1, the second 2 and so on.</summary>
    private static long[] Values(Relation plan)
    {
        var row = new Dictionary<long, long>();
        foreach (var project in Projections(plan).Reverse())
        {
            row = row.Count == 0 ? Input(project.Input) : row;
            row = project.Expressions.DistinctBy(expression => expression.Output.Id).ToDictionary(expression => expression.Output.Id, expression => Value(expression.Value, row));
        }

        return [.. plan.Output.Select(column => row[column.Id])];
    }

    private static Dictionary<long, long> Input(Relation read) => read.Output.Select((column, index) => (column.Id, Value: index + 1L)).ToDictionary();

    private static long Value(Expression expression, Dictionary<long, long> row) => expression switch
    {
        AttributeReference column => row[column.Id],
        Literal literal => (long)literal.Value!,
        _ => expression.Children.Aggregate(17L, (sum, child) => unchecked((sum * 31) + Value(child, row))),
    };

    private static IEnumerable<Project> Projections(Relation relation) => relation is Project project ? Projections(project.Input).Prepend(project) : [];

    private static string Text(NamedExpression expression) => string.Create(CultureInfo.InvariantCulture, $"{Text(expression.Value)} AS {expression.Output.Name}");

    private static string Text(Expression value) => value is FunctionCall call ? $"{call.Name}({string.Join(", ", call.Arguments.Select(Text))})" : ((AttributeReference)value).Name;

    private DataFrame Recorded() => SparkSession.Create(_recorder).Read().Schema(s_schema).Parquet("file:/nowhere");

    private Relation Rewritten(DataFrame frame)
    {
        Assert.Empty(frame.Collect());
        return FewerProjections.Apply(_recorder.Plan!);
    }
}
