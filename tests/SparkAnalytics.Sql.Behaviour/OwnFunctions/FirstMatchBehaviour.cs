using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.OwnFunctions;

/// <summary>The first of several patterns that is found, which must find what rlike finds.</summary>
public abstract class FirstMatchBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    private static readonly string[] s_texts =
    [
        "", "a", "A", "ab", "ba b", "é", "éa", "aé", "é b", "a\n", "\n", "a\nb", "\r", "a\u2028", "a\u000Bb", "\u0085", "\u00A0", "😀", "a😀b", "a.b", "a-b", "_", "0", "٣", "K", "x y", "]", "^", "{2}", "a{2}",
        "aa", "aab", "\\", "\u200D", "a\u200Db", "İ", "ſ", new('a', 3000), new string('é', 700) + "b",
    ];

    private static readonly string[] s_patterns =
    [
        "", "^$", "^a", "a$", "^.$", "^..$", ".", "a.b", @"\ba\b", @"\Bb", @"b\b", @"\w", @"\W", @"^\W$", @"\d", @"\D", @"\s", @"\S", @"^\S+$", "[^a]", "^[^a]$", @"[\w-]", @"[\d]", @"[^\w]", @"^[^\s]$",
        "[a-c]{2}", "(?:a|ab)(?:b|$)", "a*?b", "é", "[é]", "^[^é]$", "a{2,}", @"\{2\}", @"\]", @"[\]^]", @"\\", "(a)(b)", "a|", "[.]", "[[:alpha:]]", "(?i)k", "^*a", "a$b", "^(?:.*[.])?(?:b|c)$",
        "^a|b$", "^a|^b|^c", "a$|b", "^(?:a|b$)", "[|]a$", @"a\$", "$|^", "^b*$", "^a.*b$", "(?i)^A|B$",
    ];

    [Fact]
    public void FirstMatch_OfAnyTextAndPattern_FindsWhatRlikeFinds()
    {
        var text = Col("text");
        var columns = s_patterns.SelectMany((pattern, index) => new[] { Extras.FirstMatch(text, pattern).As($"first_{index}"), text.RLike(pattern).Cast("int").As($"rlike_{index}") });
        var rows = Texts(s_texts).Select([text, .. columns]).Collect().ToList();

        Assert.Equal(s_texts.Length, rows.Count);
        Assert.All(rows, row => Assert.All(s_patterns.Index(), pattern =>
            Assert.True(Equals(row[(2 * pattern.Index) + 1], row[(2 * pattern.Index) + 2]), $"'{pattern.Item}' in '{row[0]}': {row[(2 * pattern.Index) + 1]}")));
    }

    /// <summary>What an alternative is bound to holds for that one alone, and what is escaped or in a class binds nothing.</summary>
    [Theory]
    [InlineData("^a|b$", "a b ab xb a|b a$")]
    [InlineData("(?i)^A|B$", "a b ab xb a|b a$")]
    [InlineData("^a|^b", "a b ab ba a|b a$")]
    [InlineData("a$|b", "a b ab ba xb a|b ^a")]
    [InlineData("^(?:a|b$)", "a b ab a|b a$")]
    [InlineData("^(?:a|b)$", "a b")]
    [InlineData("^x|a$|[|]", "a ba xax xb a|b ^a")]
    [InlineData("^b+$", "b")]
    [InlineData("[|]b$", "a|b")]
    [InlineData(@"a\|b$", "a|b")]
    [InlineData("[]|]b", "a|b")]
    [InlineData(@"a\$", "a$")]
    [InlineData("[$]$", "a$")]
    [InlineData(@"^\^a$", "^a")]
    [InlineData("^x.*x$|^$", "xax")]
    public void Rlike_OfAPatternBoundToAnEnd_IsFoundThereAlone(string pattern, string found) =>
        Assert.Equal(found, string.Join(' ', Texts(["a", "b", "ab", "ba", "xax", "xb", "a|b", "a$", "^a"]).Filter(Col("text").RLike(pattern)).Collect().Select(row => row[0])));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void FirstMatch_OfManyTexts_IsThatOfACaseOfRlike(int seed)
    {
        var random = new Random(seed);
        string Made(string signs, int length) => string.Concat(Enumerable.Range(0, random.Next(length)).Select(_ => signs[random.Next(signs.Length)]));
        string[] patterns = [.. Enumerable.Range(0, 12).Select(_ => Made("abc.", 5) + new[] { "$", "?", @"\b", "[^a]", @"\w+", "|b", "{2}" }[random.Next(7)]).Select(pattern => "x" + pattern)];
        string[] texts = [.. Enumerable.Range(0, 5000).Select(_ => Made("abcx.\né ", 14))];
        var text = Col("text");
        var numbered = patterns.Index().Aggregate((Column?)null, (before, next) => before is null ? When(text.RLike(next.Item), next.Index + 1) : before.When(text.RLike(next.Item), next.Index + 1));

        var rows = Texts(texts).Select(text, Extras.FirstMatch(text, patterns), numbered!.Otherwise(0)).Collect().ToList();

        Assert.Equal(texts.Length, rows.Count);
        Assert.All(rows, row => Assert.True(Equals(row[1], row[2]), $"'{row[0]}': {row[1]}, not {row[2]}, of {string.Join(' ', patterns)}"));
        Assert.True(rows.Select(row => row[1]).Distinct().Count() > 1);
    }

    /// <summary>More texts than the embedded engine seeks in by backtracking.</summary>
    [Fact]
    public void FirstMatch_OfThirtyThousandTexts_FindsTheSameFromFirstToLast()
    {
        var number = Extras.FirstMatch(Concat(Lit("x"), Col("id").Cast("string")), "7$", "x1");
        var counts = Spark.Range(30_000).GroupBy(number.As("number")).Agg(Count(Lit(1)).As("rows")).Collect().ToDictionary(row => (int)row[0]!, row => (long)row[1]!);

        // 1 + 10 + 100 + 1000 + 10,000 begin with 1, and 1 + 10 + 100 + 1000 of them end with 7.
        Assert.Equal(new Dictionary<int, long> { [0] = 17_000, [1] = 3_000, [2] = 10_000 }, counts);
    }

    [Fact]
    public void FirstMatch_OfSeveral_TellsTheFirst()
    {
        var columns = new[] { Extras.FirstMatch(Col("text"), "b", "a"), Extras.FirstMatch(Col("text"), "é|b", "a") };
        var row = Texts("a b").Select(columns).Collect().Single();

        Assert.Equal((1, 1), (row[0], row[1]));
        Assert.Equal(2, Texts("a").Select(columns).Collect().Single()[0]);
        Assert.Equal(0, Texts("c").Select(columns).Collect().Single()[1]);
    }

    [Fact]
    public void FirstMatch_OfNull_IsNull()
    {
        var row = Spark.Range(1).Select(Extras.FirstMatch(Lit(null!).Cast("string"), "a"), Extras.FirstMatch(Lit(null!).Cast("string"), "é")).Collect().Single();

        Assert.Null(row[0]);
        Assert.Null(row[1]);
    }

    [Theory]
    [InlineData("a(")]
    [InlineData("[")]
    [InlineData("*a")]
    public void FirstMatch_OfNoPattern_IsRefusedAsRlikeRefusesIt(string pattern)
    {
        var texts = Texts("a", "b");

        Assert.NotNull(Record.Exception(() => texts.Select(Col("text").RLike(pattern)).Collect().ToList()));
        Assert.NotNull(Record.Exception(() => texts.Select(Extras.FirstMatch(Col("text"), pattern)).Collect().ToList()));
    }

    [Fact]
    public void RegexpExtract_OfALongPattern_IsThatOfAShortOne()
    {
        var endings = string.Concat(Enumerable.Range(0, 60).Select(index => $"z{index}y|"));
        string[] texts = ["", "a.b.c", "é.bü.c", "😀.a😀.z1y", "a.b.c\n", "none", "..", "a..c"];
        var rows = Texts(texts).Select(Col("text"), RegexpExtract(Col("text"), $"({endings}[^.]+[.][^.]+)$", 1), RegexpExtract(Col("text"), @"((?:z[0-9]+y)|[^.]+[.][^.]+)$", 1)).Collect().ToList();

        Assert.All(rows, row => Assert.Equal(row[2], row[1]));
        Assert.Contains("bü.c", rows.Select(row => row[1]));
        Assert.Contains("a😀.z1y", rows.Select(row => row[1]));
    }

    private DataFrame Texts(params string[] texts) => Spark.CreateDataFrame(texts.Select(text => new GenericRow([text])), new Types.StructType([new Types.StructField("text", new Types.StringType())]));
}
