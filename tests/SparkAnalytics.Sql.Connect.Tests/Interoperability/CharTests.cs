using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Columns of type char and varchar: both engines hold the same lengths, give the same spaces and find the same rows.</summary>
public sealed class CharTests(BothEngines engines) : IClassFixture<BothEngines>
{
    [Fact]
    public void Read_OfChars_FillsThemUpWithSpaces()
    {
        using var table = engines.NewTable().Sql(
            "CREATE TABLE (id INT, c CHAR(5), v VARCHAR(3), l ARRAY<CHAR(3)>, s STRUCT<a: CHAR(2), b: INT>, m MAP<CHAR(2), VARCHAR(2)>) USING delta",
            "INSERT INTO TABLE VALUES (1, 'ab', 'xy ', array('ab', null), named_struct('a', 'x', 'b', 1), map('k', 'v')), (2, 'äöüßé', '', array(), named_struct('a', null, 'b', 2), map())",
            "INSERT INTO TABLE VALUES (3, null, null, null, null, null)");

        table.AssertSame(
            "1 | 'ab   ' | 'xy ' | ['ab ', null] | {a: 'x ', b: 1} | ['k ' -> 'v']",
            "2 | 'äöüßé' | '' | [] | {a: null, b: 2} | []",
            "3 | null | null | null | null | null");
    }

    [Fact]
    public void Append_KeepsTheTypesAndTheirLengths()
    {
        using var table = NewTable();

        Rows(table, 3, "q", "w").Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        table.Table.Update(Col("c") == "ab", new Dictionary<string, Column> { ["v"] = Lit("up") });
        table.Table.As("old").Merge(Rows(table, 2, "mm", "m").As("new"), Col("old.id") == Col("new.id")).WhenMatched().UpdateAll().Execute();

        table.AssertSame("1 | 'ab   ' | 'up'", "2 | 'mm   ' | 'm'", "3 | 'q    ' | 'w'");
        table.Table.Optimize().ExecuteCompaction();
        table.Sql("INSERT INTO TABLE VALUES (4, 'abcde', 'abc')").AssertSame("1 | 'ab   ' | 'up'", "2 | 'mm   ' | 'm'", "3 | 'q    ' | 'w'", "4 | 'abcde' | 'abc'");
        Rows(table, 5, "new", "n").Write().Format("delta").Mode(SaveMode.Overwrite).Save(table.Path);
        table.AssertSame("5 | 'new  ' | 'n'");
        Assert.Throws<QueryExecutionException>(() => table.Sql("INSERT INTO TABLE VALUES (6, 'abcdef', 'a')"));
    }

    [Theory]
    [InlineData("abcdef", "a", """Value "abcdef" exceeds char/varchar type length limitation. Failed check: ((c IS NULL) OR (length(c) <= 5)).""")]
    [InlineData("zz    ", "a", """Value "zz    " exceeds char/varchar type length limitation. Failed check: ((c IS NULL) OR (length(c) <= 5)).""")]
    [InlineData("a", "xyz  ", """Value "xyz  " exceeds char/varchar type length limitation. Failed check: ((v IS NULL) OR (length(v) <= 3)).""")]
    public void Save_OfTooLongText_NamesItAndWritesNothing(string c, string v, string expected)
    {
        using var table = NewTable();
        var rows = Rows(table, 1, c, v);

        Assert.Equal(expected, Refusal(() => rows.Write().Format("delta").Mode(SaveMode.Append).Save(table.Path)));
        Assert.Equal(expected, Refusal(() => rows.Write().Format("delta").Mode(SaveMode.Overwrite).Save(table.Path)));
        Assert.Equal(expected, Refusal(() => table.Table.Update(Col("id") == 1, new Dictionary<string, Column> { ["c"] = Lit(c), ["v"] = Lit(v) })));
        Assert.Equal(expected, Refusal(() => table.Table.As("old").Merge(rows.As("new"), Col("old.id") == Col("new.id")).WhenMatched().UpdateAll().Execute()));
        Assert.Throws<QueryExecutionException>(() => table.Sql($"INSERT INTO TABLE VALUES (1, '{c}', '{v}')"));
        table.AssertSame("1 | 'ab   ' | 'x'", "2 | 'zz   ' | 'abc'");
    }

    [Theory]
    [InlineData("array('abcd')", "null", "null", "l exceeds char/varchar type length limitation: array<varchar(3)>")]
    [InlineData("null", "named_struct('a', 'xyz')", "null", "s exceeds char/varchar type length limitation: struct<a:char(2)>")]
    [InlineData("null", "null", "map('abc', 'v')", "m exceeds char/varchar type length limitation: map<char(2),varchar(2)>")]
    [InlineData("null", "null", "map('ab', 'vvv')", "m exceeds char/varchar type length limitation: map<char(2),varchar(2)>")]
    public void Save_OfTooLongPartsOfAColumn_NamesTheColumn(string list, string structure, string map, string expected)
    {
        using var table = engines.NewTable().Sql("CREATE TABLE (l ARRAY<VARCHAR(3)>, s STRUCT<a: CHAR(2)>, m MAP<CHAR(2), VARCHAR(2)>) USING delta");
        using var other = engines.NewTable().Sql("CREATE TABLE (l ARRAY<STRING>, s STRUCT<a: STRING>, m MAP<STRING, STRING>) USING delta", $"INSERT INTO TABLE VALUES ({list}, {structure}, {map})");

        Assert.Contains(expected, Refusal(() => other.Ours.Write().Format("delta").Mode(SaveMode.Append).Save(table.Path)), StringComparison.Ordinal);
        Assert.Throws<QueryExecutionException>(() => table.Sql($"INSERT INTO TABLE VALUES ({list}, {structure}, {map})"));
        other.Sql("DELETE FROM TABLE", "INSERT INTO TABLE VALUES (array('abc'), named_struct('a', 'x'), map('a', 'v'))").Ours.Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        table.AssertSame("['abc'] | {a: 'x '} | ['a ' -> 'v']");
    }

    [Fact]
    public void Filter_OnChars_FillsUpWhatTheyAreComparedWith()
    {
        using var table = NewTable();
        var c = Col("c");

        Assert.Equal("1", Ids(table, c == "ab"));
        Assert.Equal("1", Ids(table, c == "ab        "));
        Assert.Equal("1", Ids(table, Lit("ab") == c));
        Assert.Equal("1", Ids(table, c == Lower(Lit("AB"))));
        Assert.Equal("1 2", Ids(table, c.IsIn("ab", "zz        ")));
        Assert.Equal("1", Ids(table, c.Between("ab", "ab")));
        Assert.Equal("", Ids(table, c < "ab "));
        Assert.Equal("2", Ids(table, c != "ab"));
        Assert.Equal("2", Ids(table, c > "ab"));
        Assert.Equal("1", Ids(table, c.EqNullSafe("ab")));
        Assert.Equal("", Ids(table, c.Like("ab")));
        Assert.Equal("1 2", Ids(table, Length(c) == 5));
        Assert.Equal("", Ids(table, Col("v") == "x "));
        Assert.Equal("1", Ids(table.Ours.Select(Col("id"), c.As("q")), table.Sparks.Select(Col("id"), c.As("q")), Col("q") == "ab"));
        Assert.Equal("", Ids(table.Ours.Select(Col("id"), Coalesce(c, Lit("x")).As("q")), table.Sparks.Select(Col("id"), Coalesce(c, Lit("x")).As("q")), Col("q") == "ab"));
    }

    [Fact]
    public void Append_ToCharsThatPartition_IsReadBySpark()
    {
        using var table = engines.NewTable().Sql("CREATE TABLE (id INT, c CHAR(5), v VARCHAR(3)) USING delta PARTITIONED BY (c, v)", "INSERT INTO TABLE VALUES (1, 'ab', 'x'), (2, null, null), (3, 'abcde', 'abc')");

        Rows(table, 4, "q", "w").Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        table.Table.Optimize().ExecuteCompaction();

        table.AssertSame("1 | 'ab   ' | 'x'", "2 | null | null", "3 | 'abcde' | 'abc'", "4 | 'q    ' | 'w'");
        Assert.Equal("4", Ids(table, Col("c") == "q"));
        Assert.Contains("length(c) <= 5", Refusal(() => Rows(table, 5, "abcdef", "w").Write().Format("delta").Mode(SaveMode.Append).Save(table.Path)), StringComparison.Ordinal);
    }

    private SharedTable NewTable() => engines.NewTable().Sql("CREATE TABLE (id INT, c CHAR(5), v VARCHAR(3)) USING delta", "INSERT INTO TABLE VALUES (1, 'ab', 'x'), (2, 'zz', 'abc')");

    private static DataFrame Rows(SharedTable table, int id, string c, string v) => table.Embedded.Range(1).Select(Lit(id).As("id"), Lit(c).As("c"), Lit(v).As("v"));

    private static string Refusal(Func<object> write) => Assert.Throws<QueryExecutionException>(write).Message;

    private static string Refusal(Action write) => Assert.Throws<QueryExecutionException>(write).Message;

    private static string Ids(SharedTable table, Column condition) => Ids(table.Ours, table.Sparks, condition);

    private static string Ids(DataFrame ours, DataFrame sparks, Column condition)
    {
        var ids = string.Join(' ', RowTexts.Of(ours.Filter(condition).Select("id")));
        Assert.Equal(ids, string.Join(' ', RowTexts.Of(sparks.Filter(condition).Select("id"))));
        return ids;
    }
}
