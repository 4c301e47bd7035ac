using SparkAnalytics.Sql.Behaviour.SparkExpressions;

namespace SparkAnalytics.Sql.Behaviour;

/// <summary>The test project of an engine runs every family, and its list of gaps is true.</summary>
public abstract class CompletenessBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    [Fact]
    public void Families_OfTheLibrary_EachHaveAClassHere() =>
        Assert.Empty(Families.All.Where(family => Families.ClassOf(family, GetType().Assembly) is null).Select(family => family.Name));

    [Fact]
    public void Gaps_OfTheEngine_NameExpressionsAndTestsThatExist() =>
        Assert.Empty(Engine.Gaps.Keys.Except(MeasuredExpressions.Texts.Keys).Except(Families.Tests.Keys));

    [Fact]
    public void Gaps_OfTheEngine_EachHaveAReason() => Assert.DoesNotContain(Engine.Gaps, gap => string.IsNullOrWhiteSpace(gap.Value));

    [Fact]
    public void TestsThatAreGaps_StillFail() =>
        Assert.Empty(Engine.Gaps.Keys.Intersect(Families.Tests.Keys).Where(test => Families.Passes(test, Engine, GetType().Assembly)));
}
