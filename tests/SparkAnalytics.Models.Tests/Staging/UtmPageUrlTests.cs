namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>UTM values in the query of page_url.</summary>
public sealed class UtmPageUrlTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenQueryHasTheName_TakesItsValue() => AssertSource(
        ("https://shop.example/?utm_source=letter", "letter"),
        ("https://shop.example?utm_source=letter", "letter"),
        ("https://shop.example/a/b?x=1&utm_source=letter&y=2", "letter"),
        ("https://shop.example/?&&utm_source=letter", "letter"),
        ("http://shop.example:8080/?utm_source=Letter", "Letter"),
        ("/path?utm_source=letter", "letter"),
        ("?utm_source=letter", "letter"),
        ("https://shop.example/?utm_source=a=b", "a=b"),
        ("https://shop.example/?utm_source=a?b", "a?b"),
        ("https://shop.example/?utm_source=a;b", "a;b"),
        ("https://shop.example/?utm_source=a/b:c@d", "a/b:c@d"),
        ("https://shop.example/?utm_source=a b", "a b"),
        ("https://shop.example/?utm_source=\u00E9\U0001F600", "\u00E9\U0001F600"));

    [Fact]
    public void Build_WhenNameHasAnotherCaseOrAnEntityBeforeIt_TakesItsValue() => AssertSource(
        ("https://shop.example/?UTM_SOURCE=Letter", "Letter"),
        ("https://shop.example/?Utm_Source=letter", "letter"),
        ("https://shop.example/?x=1&amp;utm_source=letter", "letter"),
        ("https://shop.example/?x=1&AMP;UTM_source=letter", "letter"),
        ("https://shop.example/?amp;utm_source=letter", "letter"),
        ("https://shop.example/?utm_source=&UTM_SOURCE=a&utm_source=b", "a"),
        ("https://shop.example/?x=1&amp;amp;utm_source=letter", null),
        ("https://shop.example/?x=1&amp;%75tm_source=letter", null),
        ("https://shop.example/?x=1&amputm_source=letter", null),
        ("https://shop.example/?utm_\u017Fource=letter", null));

    [Fact]
    public void Build_WhenNameIsWrittenOtherwise_IsNull() => AssertSource(
        ("https://shop.example/", null),
        ("https://shop.example/utm_source=letter", null),
        ("https://shop.example/&utm_source=letter", null),
        ("https://shop.example/?utm_sources=letter", null),
        ("https://shop.example/?xutm_source=letter", null),
        ("https://shop.example/?my-utm_source=letter", null),
        ("https://shop.example/?%75tm_source=letter", null),
        ("https://shop.example/?utm%5Fsource=letter", null),
        ("https://shop.example/?x=1;utm_source=letter", null),
        ("https://shop.example/?x=1?utm_source=letter", null),
        ("https://shop.example/??utm_source=letter", null),
        ("https://shop.example/? utm_source=letter", null),
        ("https://shop.example/?utm_source =letter", null),
        ("https://shop.example/?utm_source", null),
        ("https://shop.example/?utm_source&x=letter", null),
        ("https://shop.example/?x=utm_source=letter", null));

    [Fact]
    public void Build_WhenValueStandsInTheFragment_IsNull() => AssertSource(
        ("https://shop.example/#utm_source=letter", null),
        ("https://shop.example/#?utm_source=letter", null),
        ("https://shop.example/?x=1#utm_source=letter", null),
        ("https://shop.example/?x=1#&utm_source=letter", null),
        ("https://shop.example/#/route?utm_source=letter", null),
        ("https://shop.example/?utm_source=#utm_source=letter", null),
        ("https://shop.example/?utm_source=letter#part", "letter"),
        ("https://shop.example/?utm_source=letter#utm_source=other", "letter"));

    [Fact]
    public void Build_WhenValueIsEncoded_DecodesPercentAsUtf8AndPlusAsBlank() => AssertSource(
        ("https://shop.example/?utm_source=a%20b", "a b"),
        ("https://shop.example/?utm_source=a+b", "a b"),
        ("https://shop.example/?utm_source=a%2Bb", "a+b"),
        ("https://shop.example/?utm_source=a%2bb", "a+b"),
        ("https://shop.example/?utm_source=a%26b%3Dc%23d", "a&b=c#d"),
        ("https://shop.example/?utm_source=caf%C3%A9", "caf\u00E9"),
        ("https://shop.example/?utm_source=caf%c3%a9+\u00E9", "caf\u00E9 \u00E9"),
        ("https://shop.example/?utm_source=%F0%9F%98%80", "\U0001F600"),
        ("https://shop.example/?utm_source=%E6%97%A5%E6%9C%AC", "\u65E5\u672C"),
        ("https://shop.example/?utm_source=%2525", "%25"),
        ("https://shop.example/?utm_source=50%25off", "50%off"),
        ("https://shop.example/?utm_source=%EF%BF%BD", "\uFFFD"),
        ("https://shop.example/?utm_source=%41", "A"));

    [Fact]
    public void Build_WhenAnEscapeIsBroken_KeepsTheValueAsWritten() => AssertSource(
        ("https://shop.example/?utm_source=50%off", "50%off"),
        ("https://shop.example/?utm_source=100%", "100%"),
        ("https://shop.example/?utm_source=%", "%"),
        ("https://shop.example/?utm_source=%2", "%2"),
        ("https://shop.example/?utm_source=%zz", "%zz"),
        ("https://shop.example/?utm_source=%2g", "%2g"),
        ("https://shop.example/?utm_source=%%20", "%%20"),
        ("https://shop.example/?utm_source=a%20b+c%", "a%20b+c%"),
        ("https://shop.example/?utm_source=caf%C3%A9+%", "caf%C3%A9+%"),
        ("https://shop.example/?utm_source=%&x=20", "%"),
        ("https://shop.example/?utm_source=%2&x=0", "%2"),
        ("https://shop.example/?utm_source=%u00e9", "%u00e9"),
        ("https://shop.example/?utm_source=%\uFF12\uFF10", "%\uFF12\uFF10"));

    [Fact]
    public void Build_WhenBytesAreNotUtf8_KeepsTheValueAsWritten() => AssertSource(
        ("https://shop.example/?utm_source=caf%E9", "caf%E9"),
        ("https://shop.example/?utm_source=%FF+x", "%FF+x"),
        ("https://shop.example/?utm_source=%C3", "%C3"),
        ("https://shop.example/?utm_source=%C3x%A9", "%C3x%A9"),
        ("https://shop.example/?utm_source=%A9", "%A9"),
        ("https://shop.example/?utm_source=%C0%AF", "%C0%AF"),
        ("https://shop.example/?utm_source=%ED%A0%80", "%ED%A0%80"),
        ("https://shop.example/?utm_source=%ED%A0%BD%ED%B8%80", "%ED%A0%BD%ED%B8%80"),
        ("https://shop.example/?utm_source=%F4%90%80%80", "%F4%90%80%80"),
        ("https://shop.example/?utm_source=%F0%9F%98", "%F0%9F%98"),
        ("https://shop.example/?utm_source=%FF%EF%BF%BD", "%FF%EF%BF%BD"),
        ("https://shop.example/?utm_source=\uFFFD%FF", "\uFFFD%FF"));

    [Fact]
    public void Build_WhenNameIsRepeated_TakesTheFirstNonEmptyValue() => AssertSource(
        ("https://shop.example/?utm_source=null&utm_source=b", "b"),
        ("https://shop.example/?utm_source=n%75LL+&utm_source=b", "b"),
        ("https://shop.example/?utm_source=(not+set)&utm_source=%28NOT%20SET%29&utm_source=b", "b"),
        ("https://shop.example/?utm_source=undefined&x=1&utm_source=Undefined%0A&utm_source=b", "b"),
        ("https://shop.example/?utm_source=null%&utm_source=b", "null%"),
        ("https://shop.example/?utm_source=a&utm_source=b", "a"),
        ("https://shop.example/?utm_source=&utm_source=b", "b"),
        ("https://shop.example/?utm_source&utm_source=b", "b"),
        ("https://shop.example/?utm_source=+&utm_source=b", "b"),
        ("https://shop.example/?utm_source=%20&utm_source=b", "b"),
        ("https://shop.example/?utm_source= &utm_source=b", "b"),
        ("https://shop.example/?utm_source=%09%0a%0B%0c%0D+%20&x=1&utm_source=b&utm_source=c", "b"),
        ("https://shop.example/?utm_source=&utm_source=%20&utm_source=", null),
        ("https://shop.example/?utm_source=%&utm_source=b", "%"),
        ("https://shop.example/?utm_source=%20%&utm_source=b", "%20%"),
        ("https://shop.example/?utm_source=%C2%A0&utm_source=b", "\u00A0"),
        ("https://shop.example/?utm_source=%0&utm_source=b", "%0"),
        ("https://shop.example/?utm_source=%2&utm_source=b", "%2"));

    [Fact]
    public void Build_WhenValueMeansNothing_IsNull() => AssertSource(
        ("https://shop.example/?utm_source=", null),
        ("https://shop.example/?utm_source=+%20", null),
        ("https://shop.example/?utm_source=null", null),
        ("https://shop.example/?utm_source=NULL", null),
        ("https://shop.example/?utm_source=undefined", null),
        ("https://shop.example/?utm_source=Undefined", null),
        ("https://shop.example/?utm_source=(not%20set)", null),
        ("https://shop.example/?utm_source=%28Not+Set%29", null),
        ("https://shop.example/?utm_source=+null+", null),
        ("https://shop.example/?utm_source=null&utm_source=undefined", null),
        ("https://shop.example/?utm_source=none", "none"),
        ("https://shop.example/?utm_source=(none)", "(none)"),
        ("https://shop.example/?utm_source=nullx", "nullx"),
        ("https://shop.example/?utm_source=not+set", "not set"),
        ("https://shop.example/?utm_source=(not++set)", "(not  set)"));

    [Fact]
    public void Build_WhenValueHasBlanksAround_TrimsThemAndKeepsCase() => AssertSource(
        ("https://shop.example/?utm_source=%20Spring+Sale%0A", "Spring Sale"),
        ("https://shop.example/?utm_source=++NewsLetter", "NewsLetter"));

    [Fact]
    public void Build_WhenAllThreeStandInTheQuery_TakesEach() => models.AssertStaged(
        "utm_source utm_medium utm_campaign",
        [
            (new RawEvent { PageUrl = "https://shop.example/?utm_campaign=c%2B&utm_source=a&utm_medium=b" }, "a | b | c+"),
            (new RawEvent { PageUrl = "https://shop.example/?utm_medium=b" }, "NULL | b | NULL"),
            (new RawEvent { PageUrl = "https://shop.example/?utm_campaign=c&utm_source=(not+set)" }, "NULL | NULL | c"),
            (new RawEvent { PageUrl = null }, "NULL | NULL | NULL"),
            (new RawEvent { PageUrl = "" }, "NULL | NULL | NULL"),
        ]);

    private void AssertSource(params IEnumerable<(string PageUrl, string? Expected)> cases) =>
        models.AssertStaged("utm_source", [.. cases.Select(item => (new RawEvent { PageUrl = item.PageUrl }, item.Expected))]);
}
