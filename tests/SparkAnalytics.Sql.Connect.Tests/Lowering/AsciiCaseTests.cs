using SparkAnalytics.Sql.Connect.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Lowering;

/// <summary>Only ASCII capitals become small, by the shorter way where a text is ASCII.</summary>
public sealed class AsciiCaseTests(SparkFixture engine) : IClassFixture<SparkFixture>
{
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Small = "abcdefghijklmnopqrstuvwxyz";

    [Fact]
    public void Translate_OfCapitals_LeavesOtherLettersAlone()
    {
        string?[] texts = ["ABZ az", "ÀB", "\u212AELVIN", "İI", "😀Q", "", null];

        Assert.Equal(["abz az", "Àb", "\u212Aelvin", "İi", "😀q", "", null], Answers(texts, Translate(Col("text"), Capitals, Small)));
    }

    [Fact]
    public void Translate_OfATrimmedText_LooksAtTheWhole() =>
        Assert.Equal(["ab", "\u00A0ab", "à".ToUpperInvariant() + "b"], Answers([" AB ", "\u00A0AB ", " ÀB"], Translate(Trim(Col("text"), " "), Capitals, Small)));

    [Fact]
    public void Translate_OfASum_LooksAtNoneOfItsParts() =>
        Assert.Equal(["a\u212A"], Answers(["A"], Translate(Concat(Col("text"), Lit("\u212A")), Capitals, Small)));

    [Fact]
    public void Translate_ToAnything_IsSparksOwn() => Assert.Equal(["xEFGxh"], Answers(["AEFGBh"], Translate(Col("text"), "AB", "xx")));

    private IEnumerable<string?> Answers(string?[] texts, Column answer) => engine.Spark
        .CreateDataFrame(texts.Select((text, index) => new GenericRow([index, text])), new([new("id", new Types.IntegerType()), new("text", new Types.StringType())]))
        .Select(Col("id"), answer.As("answer")).OrderBy("id").Collect().Select(row => row.GetAs<string?>("answer"));
}
