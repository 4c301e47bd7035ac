using SparkAnalytics.Sql.Connect.Rewrites;
using SparkAnalytics.Sql.Connect.Tests.Support;
using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Extras;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Rewrites;

/// <summary>Long patterns are asked once of a text that comes often, and the numbers stay the same.</summary>
public sealed class KnownTextsTests(SparkFixture engine) : IClassFixture<SparkFixture>, IDisposable
{
    /// <summary>Words that no text holds, to make patterns long.</summary>
    private static readonly string s_words = string.Join('|', Enumerable.Range(0, 100).Select(number => $"word{number:000}x"));

    private static readonly Types.StructType s_text = new([new("text", new Types.StringType())]);

    private readonly PlanRecorder _recorder = new();
    private readonly List<Relation> _looks = [];

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public void Project_OfAFile_JudgesWhatComesOftenOnce()
    {
        var rewritten = Rewritten(Files().WithColumn("n", Dear(Trim(Col("text")))), "a", "b", null, "a", null, "c", "c");

        var join = Assert.IsType<Join>(Assert.IsType<Project>(rewritten).Input);
        Assert.Equal(["a", "c"], Assert.IsType<LocalRelation>(join.Right.Inputs.Single().Inputs.Single()).Rows.Select(row => row[0]));
        Assert.Equal(["text", "other", "n"], rewritten.Output.Select(column => column.Name));
        Assert.Equal(10_000, Assert.IsType<Limit>(Assert.Single(_looks)).Count);
    }

    [Fact]
    public void TwoResultsOfOneText_ShareAJoin()
    {
        var rewritten = Rewritten(Files().Filter(Col("other") > "x").Select(Dear(Col("text")).Alias("n"), Col("text").RLike(s_words).Alias("found")), "a", "a");

        Assert.IsType<Filter>(Assert.IsType<Join>(Assert.IsType<Project>(rewritten).Input).Left.Inputs.Single());
        Assert.Single(_looks);
    }

    [Fact]
    public void NothingComesTwice_NothingChanges() => AssertUntouched(Rewritten(Files().Select(Dear(Col("text"))), "a", "b", null, null), looks: 1);

    [Fact]
    public void ShortPatterns_AreNotWorthALook() => AssertUntouched(Rewritten(Files().Select(FirstMatch(Col("text"), "a", "b")), "a", "a"), looks: 0);

    [Fact]
    public void TextOfTwoColumns_IsNotLookedAt() => AssertUntouched(Rewritten(Files().Select(Dear(Concat(Col("text"), Col("other")))), "a", "a"), looks: 0);

    [Fact]
    public void TextOfAnAggregate_IsNotLookedAt() =>
        AssertUntouched(Rewritten(Files().GroupBy("other").Agg(Max(Col("text")).Alias("text")).Select(Dear(Col("text"))), "a", "a"), looks: 0);

    [Fact]
    public void WhatMayFail_IsNotAskedOfTextsThatAFilterLeavesOut() =>
        AssertUntouched(Rewritten(Files().Filter(Col("text") == "1").Select(RegexpExtract(Col("text"), $"(1)|{s_words}", 1).Cast("int")), "a", "a"), looks: 0);

    [Fact]
    public void WhatVaries_IsNotAskedOnceForAllRows() =>
        AssertUntouched(Rewritten(Files().Select(Concat(RegexpExtract(Col("text"), s_words, 0), Rand().Cast("string"))), "a", "a"), looks: 0);

    [Fact]
    public void TextsOfOneForm_OfTwoColumns_AreLookedAtEach()
    {
        Rewritten(Files().Select(Trim(Col("text")).Alias("a"), Trim(Col("other")).Alias("b")).Select(Dear(Col("a")), Dear(Col("b"))), "x", "x");

        Assert.Equal(2, _looks.Count);
    }

    [Fact]
    public void LookThatIsInterrupted_IsMadeAgain()
    {
        var plan = Plan(Files().Select(Dear(Col("text"))));
        var isFirst = true;
        var rewrite = new KnownTexts(_ =>
        {
            (var wasFirst, isFirst) = (isFirst, false);
            return wasFirst ? throw new OperationCanceledException() : [new Row(["a"], s_text), new Row(["a"], s_text)];
        });

        Assert.Throws<OperationCanceledException>(() => rewrite.Apply(plan));
        Assert.Single(Relations(rewrite.Apply(plan)).OfType<Join>());
    }

    [Fact]
    public void LookThatFails_ChangesNothing()
    {
        var plan = Plan(Files().Select(Dear(Col("text"))));

        Assert.IsType<Read>(Assert.IsType<Project>(new KnownTexts(_ => throw new QueryExecutionException(QueryErrorKind.NotFound, "No such file.")).Apply(plan)).Input);
    }

    [Fact]
    public void Rows_OnAServer_AreThoseOfEachTextAlone()
    {
        using var folder = engine.NewFolder();
        string?[] texts = ["one", "one", "two", null, null, "", "", "word042x and two", "three one", "three one"];
        engine.Spark.CreateDataFrame(texts.Select((text, index) => new GenericRow([index, text])), new([new("id", new Types.IntegerType()), new("text", new Types.StringType())]))
            .Write().Parquet(folder["texts"]);

        var rows = engine.Spark.Read().Parquet(folder["texts"]).Filter(Col("id") >= 0).WithColumn("trimmed", Trim(Col("text")))
            .Select(Col("id"), Dear(Col("trimmed")).Alias("n"), When(Col("trimmed").RLike(s_words), "word").When(Col("trimmed") == "one", Lit(null).Cast("string")).Otherwise("none").Alias("found"))
            .OrderBy("id").Collect().Select(row => $"{row.Get(0)} {row.Get(1) ?? "NULL"} {row.Get(2) ?? "NULL"}");

        Assert.Equal(["0 2 NULL", "1 2 NULL", "2 3 none", "3 NULL none", "4 NULL none", "5 0 none", "6 0 none", "7 1 word", "8 2 none", "9 2 none"], rows);
    }

    private static IEnumerable<Relation> Relations(Relation plan) => plan.Inputs.SelectMany(Relations).Prepend(plan);

    private static Column Dear(Column text) => FirstMatch(text, s_words, "one$", "two");

    private DataFrame Files() => SparkSession.Create(_recorder).Read()
        .Schema(new Types.StructType([new("text", new Types.StringType()), new("other", new Types.StringType())])).Parquet("file:/nowhere");

    private Relation Plan(DataFrame frame)
    {
        Assert.Empty(frame.Collect());
        return _recorder.Plan!;
    }

    private Relation Rewritten(DataFrame frame, params string?[] texts) => new KnownTexts(look =>
    {
        _looks.Add(look);
        return texts.Select(text => new Row([text], s_text));
    }).Apply(Plan(frame));

    private void AssertUntouched(Relation rewritten, int looks)
    {
        Assert.Empty(Relations(rewritten).OfType<Join>());
        Assert.Equal(looks, _looks.Count);
    }
}
