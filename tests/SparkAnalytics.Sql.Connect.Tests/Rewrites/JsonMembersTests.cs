using SparkAnalytics.Sql.Connect.Lowering;
using SparkAnalytics.Sql.Connect.Rewrites;
using SparkAnalytics.Sql.Connect.Tests.Support;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using static SparkAnalytics.Sql.Extras;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Rewrites;

/// <summary>Which plans ask the members of a JSON column in one parse; that the values stay the same is tested with a server.</summary>
public sealed class JsonMembersTests : IDisposable
{
    private static readonly Types.StructType s_schema = new([new Types.StructField("text", new Types.StringType())]);

    private readonly PlanRecorder _engine = new();
    private readonly SparkSession _session;

    public JsonMembersTests() => _session = SparkSession.Create(_engine);

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Members_OfAColumnOfObjects_ComeFromOneParse()
    {
        var (plan, rewritten) = Rewritten(Objects().WithColumn("a", JsonString(Col("json"), "$.a")).Filter(JsonNumber(Col("json"), "$.b").IsNotNull()).Select("a", "json"));

        Assert.Equal(1, Calls(rewritten, EngineFunctions.JsonParsed));
        Assert.Equal(1, Calls(rewritten, EngineFunctions.JsonString));
        Assert.Equal(1, Calls(rewritten, EngineFunctions.JsonNumber));
        Assert.Equal(0, Calls(rewritten, "json_string") + Calls(rewritten, "json_number") + Calls(rewritten, "is_json_object"));
        Assert.Equal(plan.Output, rewritten.Output, AttributeById);
    }

    [Fact]
    public void Members_BelowAUnion_LeaveItsColumnsAlone()
    {
        var part = Objects().WithColumn("a", JsonString(Col("json"), "$.a"));
        var (plan, rewritten) = Rewritten(part.Union(part));

        Assert.Equal(2, Calls(rewritten, EngineFunctions.JsonParsed));
        var operation = Assert.Single(Relations(rewritten).OfType<SetOperation>());
        Assert.All(operation.Inputs, input => Assert.Equal(plan.Output.Length, input.Output.Length));
    }

    [Fact]
    public void Members_OfAnyText_StayAsTheyAre() => AssertUntouched(Texts().Select(JsonString(Col("text"), "$.a"), JsonNumber(Col("text"), "$.b")));

    [Fact]
    public void Members_OfObjectsElsewhere_StayAsTheyAre() =>
        AssertUntouched(Texts().WithColumn("json", When(IsJsonObject(Col("text")), Lit("{}"))).Select(JsonString(Col("json"), "$.a"), JsonNumber(Col("json"), "$.b")));

    [Fact]
    public void NestedPaths_StayAsTheyAre() => AssertUntouched(Objects().Select(JsonString(Col("json"), "$.a.b"), JsonNumber(Col("json"), "$.a[0]")));

    private static bool AttributeById(AttributeReference left, AttributeReference right) => left.Id == right.Id;

    private void AssertUntouched(DataFrame frame)
    {
        var (_, rewritten) = Rewritten(frame);

        Assert.Equal(0, Calls(rewritten, EngineFunctions.JsonParsed));
        Assert.Equal(1, Calls(rewritten, "json_string"));
        Assert.Equal(1, Calls(rewritten, "json_number"));
    }

    private DataFrame Texts() => _session.CreateDataFrame([new GenericRow(["{}"])], s_schema);

    private DataFrame Objects() => Texts().WithColumn("json", When(IsJsonObject(Col("text")), Col("text")));

    private (Relation Plan, Relation Rewritten) Rewritten(DataFrame frame)
    {
        Assert.Empty(frame.Collect());
        return (_engine.Plan!, new RewritePipeline(_engine.Execute).Apply(_engine.Plan!));
    }

    private static int Calls(Relation plan, string name) => Relations(plan)
        .SelectMany<Relation, Expression>(relation => relation switch { Project project => project.Expressions.Select(expression => expression.Value), Filter filter => [filter.Condition], _ => [] })
        .SelectMany(expression => expression.SelfAndBelow()).Count(part => part is FunctionCall call && call.Name == name);

    private static IEnumerable<Relation> Relations(Relation plan) => plan.Inputs.SelectMany(Relations).Prepend(plan);
}
