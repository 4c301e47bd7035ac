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
    public void Table_TranslatesEachFunctionOfOurs() =>
        Assert.Equal(
            ["first_match", "is_json_object", "json_member", "json_number", "json_string", "url_has_parameter", "url_host", "url_tags"],
            FunctionRegistry.Own.Select(function => function.Name).Where(FunctionTable.Names.Contains));

    [Fact]
    public void Table_HasNoAnswerForAFunctionThatIsNotThere()
    {
        var answered = FunctionTable.Names.Concat(Unsupported.Reasons.Keys);

        Assert.Empty(answered.Except(FunctionRegistry.All.Select(function => function.Name), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Table_DoesNotBothTranslateAndRefuse() => Assert.Empty(FunctionTable.Names.Intersect(Unsupported.Reasons.Keys, StringComparer.OrdinalIgnoreCase));
}
