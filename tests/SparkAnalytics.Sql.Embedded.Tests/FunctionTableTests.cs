using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Embedded.Dialect;

namespace SparkAnalytics.Sql.Embedded.Tests;

public sealed class FunctionTableTests
{
    [Fact]
    public void Table_HasAnAnswerForEveryFunctionOfTheRegistry()
    {
        var answered = FunctionTable.Names.Concat(Unsupported.Reasons.Keys);

        Assert.Empty(FunctionRegistry.All.Select(function => function.Name).Except(answered, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Table_HasNoAnswerForAFunctionThatIsNotThere()
    {
        var answered = FunctionTable.Names.Concat(Unsupported.Reasons.Keys);

        Assert.Empty(answered.Except(FunctionRegistry.All.Select(function => function.Name), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Table_DoesNotBothTranslateAndRefuse() => Assert.Empty(FunctionTable.Names.Intersect(Unsupported.Reasons.Keys, StringComparer.OrdinalIgnoreCase));
}
