namespace SparkAnalytics.Sql.Tests;

public sealed class ResolutionTests
{
    private static readonly DataFrame s_frame = Frames.Of("user_id STRING, Amount INT, place STRUCT<City: STRING, zip: INT>");

    [Fact]
    public void Select_WhenCaseDiffers_FindsTheColumnAndKeepsItsName() =>
        Assert.Equal(["Amount"], s_frame.Select("AMOUNT").Columns());

    [Fact]
    public void Select_WhenUnknown_ListsNearestFirst() => Assert.Equal(
        "There is no column 'amuont'; there are: Amount, place, user_id.",
        Frames.Error(() => s_frame.Select("amuont")));

    [Fact]
    public void Col_WhenUnknown_FailsAtOnce() =>
        Assert.StartsWith("There is no column 'x'", Frames.Error(() => _ = s_frame["x"]), StringComparison.Ordinal);

    [Fact]
    public void Select_WhenMember_HasTheMembersNameAndType() =>
        Assert.Equal("[city: string]", s_frame.Select("place.city").ToString());

    [Fact]
    public void Select_WhenMemberUnknown_ListsMembers() => Assert.Equal(
        "There is no member 'town' in struct<City:string,zip:int>; there are: City, zip.",
        Frames.Error(() => s_frame.Select("place.town")));

    [Fact]
    public void Select_WhenMemberStar_GivesAllMembers() =>
        Assert.Equal(["City", "zip"], s_frame.Select("place.*").Columns());

    [Fact]
    public void Select_WhenBackticks_KeepsDotsInTheName() =>
        Assert.Equal(["a.b"], Frames.Of("`a.b` INT").Select("`a.b`").Columns());

    [Fact]
    public void Select_WhenAmbiguous_NamesBoth()
    {
        var joined = Frames.Of("id INT").As("l").CrossJoin(Frames.Of("ID INT").As("r"));
        Assert.Equal("The column 'id' is ambiguous: it could be l.id or r.ID. Give the inputs aliases with As and write 'alias.column'.", Frames.Error(() => joined.Select("id")));
        Assert.Equal(["ID"], joined.Select("r.id").Columns());
    }

    [Fact]
    public void Filter_WhenColumnOfAnotherFrame_Fails() => Assert.Equal(
        "The column 'z' was taken from a DataFrame that is not an input here; the input has: place, Amount, user_id.",
        Frames.Error(() => s_frame.Filter(Frames.Of("z INT")["z"] == 1)));

    [Fact]
    public void Filter_WhenColumnWasDroppedBefore_Fails() =>
        Assert.StartsWith("The column 'Amount' was taken", Frames.Error(() => s_frame.Drop("amount").Filter(s_frame["amount"] == 1)), StringComparison.Ordinal);

    [Fact]
    public void Filter_WhenNoBoolean_Fails() => Assert.Equal(
        "A filter wants a boolean, but '(Amount + 1)' is int.",
        Frames.Error(() => s_frame.Filter(Col("Amount") + 1)));

    [Fact]
    public void Filter_WhenAggregate_Fails() => Assert.Equal(
        "A filter cannot hold 'sum(Amount)': compute it as a column first.",
        Frames.Error(() => s_frame.Filter(Sum("Amount") > 1)));

    [Fact]
    public void Call_WhenUnknownFunction_ListsNearest() => Assert.StartsWith(
        "There is no function 'uper'; near to it: upper, ",
        Frames.Error(() => s_frame.Select(Call_UDF("uper", Col("user_id")))), StringComparison.Ordinal);

    [Fact]
    public void Call_WhenTooManyArguments_ShowsTheShape() => Assert.Equal(
        "upper takes 1 argument, not 2: upper(text:string).",
        Frames.Error(() => s_frame.Select(Call_UDF("upper", Col("user_id"), Lit(1)))));

    [Fact]
    public void Call_WhenArgumentDoesNotFit_SaysWhich() => Assert.Equal(
        "upper(place): argument 1 must be a string, but 'place' is struct<City:string,zip:int>.",
        Frames.Error(() => s_frame.Select(Upper(Col("place")))));

    [Fact]
    public void Select_WhenColumnIsHandedOn_KeepsItsId() =>
        Assert.Equal(s_frame.Plan.Output[1], s_frame.Select("amount").Plan.Output[0]);

    [Fact]
    public void WithColumn_WhenNameExists_ReplacesInPlaceUnderTheNewSpelling() =>
        Assert.Equal("[user_id: string, AMOUNT: string, place: struct<City:string,zip:int>]", s_frame.WithColumn("AMOUNT", Lit("x")).ToString());

    [Fact]
    public void WithColumns_WhenGivenTwice_Fails() => Assert.Equal(
        "The column 'a' is given twice.",
        Frames.Error(() => s_frame.WithColumns([new("a", Lit(1)), new("A", Lit(2))])));

    [Fact]
    public void WithColumnRenamed_WhenUnknown_ChangesNothing() =>
        Assert.Equal(s_frame.Columns(), s_frame.WithColumnRenamed("none", "x").Columns());

    [Fact]
    public void Drop_WhenSeveral_KeepsTheOthers() =>
        Assert.Equal(["place"], s_frame.Drop("AMOUNT", "user_id", "none").Columns());

    [Theory]
    [InlineData(0, "sum(Amount)")]
    [InlineData(1, "(Amount + 1)")]
    [InlineData(2, "Amount")]
    [InlineData(3, "CASE WHEN (Amount > 1) THEN a ELSE b END")]
    [InlineData(4, "count(DISTINCT Amount)")]
    [InlineData(5, "count(1)")]
    [InlineData(6, "row_number() OVER (PARTITION BY user_id ORDER BY Amount DESC NULLS LAST)")]
    public void Select_WhenUnnamed_GetsSparksName(int which, string expected)
    {
        Column[] columns =
        [
            Sum("Amount"), Col("Amount") + 1, Col("Amount").Cast("string"), When(Col("Amount") > 1, "a").Otherwise("b"), CountDistinct("Amount"), Count("*"),
            RowNumber().Over(Window.PartitionBy("user_id").OrderBy(Col("Amount").Desc())),
        ];
        Assert.Equal(expected, s_frame.Select(columns[which]).Columns()[0]);
    }
}
