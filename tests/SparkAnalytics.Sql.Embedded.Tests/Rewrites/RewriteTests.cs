using System.Collections.Immutable;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Expressions;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Rewrites;

/// <summary>The rewrites give the same rows as the plans that they replace, and the SQL that stands in Snapshots.</summary>
public sealed class RewriteTests : RewriteComparison
{
    public RewriteTests()
    {
        using var session = SparkSession.Create(new EmbeddedEngine());
        session.Range(5000).Select(
            (Col("id") % 70).As("user_id"),
            Call_UDF("timestamp_micros", Col("id") * 7_919_000_003L % 86_400_000_000L).As("event_ts"),
            Col("id").As("event_id"),
            Md5(Col("id").Cast("string")).As("page_url"),
            Sha1(Col("id").Cast("string")).As("referrer"),
            Repeat(Lit("x"), 20).As("user_agent")).Write().Parquet(Folder["events"]);
    }

    [Fact]
    public void Windows_OverWideFiles_GiveTheSameRows()
    {
        var plain = Rows(Plain, Sessions);

        Assert.Equal(5000, plain.Count);
        Assert.Equal(plain, Rows(Rewriting, Sessions));
    }

    [Fact]
    public void Windows_OverWideFiles_SortNarrowRowsOnly() => AssertSnapshot("narrow_windows.sql", Sessions);

    [Fact]
    public void FirstRowOfEachUser_GivesTheSameRows()
    {
        var plain = Rows(Plain, FirstOfUser);

        Assert.Equal(70, plain.Count);
        Assert.Equal(plain, Rows(Rewriting, FirstOfUser));
    }

    [Fact]
    public void FirstRowOfEachUser_IsFoundInNarrowRows() => AssertSnapshot("first_rows.sql", FirstOfUser);

    [Fact]
    public void WindowsOverFewColumns_StayAsTheyAre() =>
        Assert.DoesNotContain("JOIN", Rewriting.Explain(Sessions(SparkSession.Create(Rewriting)).Select("user_id", "session_seq").Plan), StringComparison.Ordinal);

    [Fact]
    public void KeptRows_AreExplainedAsTheyAreComputed() =>
        Assert.Contains("JOIN", Rewriting.Explain(new Cached(Sessions(SparkSession.Create(Rewriting)).Plan, Guid.NewGuid())), StringComparison.Ordinal);

    [Fact]
    public void MergeSource_WithAWindowInAWindow_IsRewrittenToo()
    {
        var plain = Merged(Plain, "plain");

        Assert.Equal(5000, plain.Count);
        Assert.Equal(plain, Merged(Rewriting, "rewriting"));
    }

    [Fact]
    public void JsonPaths_OfOneColumn_GiveTheSameValues()
    {
        var plain = Rows(Plain, Documents);

        Assert.Contains("[x,12.5,12.5,,true]", plain);
        Assert.Equal(plain, Rows(Rewriting, Documents));
    }

    [Fact]
    public void JsonPaths_OfOneColumn_AreReadOnce()
    {
        var sql = Rewriting.Explain(Documents(SparkSession.Create(Rewriting)).Plan);

        Assert.Single(System.Text.RegularExpressions.Regex.Matches(sql, "spark_json_values"));
        Assert.DoesNotContain("spark_get_json", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonMembers_OfOneColumn_GiveTheSameValues()
    {
        var plain = Rows(Plain, Members);

        string[] expected = ["1,[1,{\"x\":2.50}],1e3", "2,second,", "3,,", "4,,true", "5,,", "6,,", "7,,", "8,é\n,{\"b c\":[]}", "9,,"];
        Assert.Equal(expected.Select(row => $"[{row}]"), plain);
        Assert.Equal(plain, Rows(Rewriting, Members));
        var sql = Rewriting.Explain(Members(SparkSession.Create(Rewriting)).Plan);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(sql, "spark_json_values"));
        Assert.DoesNotContain("spark_json_compact_member", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonMembers_OfATextThatIsAnObject_AreReadWhereThatIsFoundOut()
    {
        var plain = Rows(Plain, StrictMembers);

        string[] expected = ["1,{\"a\": [1, {\"x\" : 2.50}],\"n\":12},[1,{\"x\":2.50}],12,12,", "2,,,,,", "3,,,,,", "4,,,,,", "5,{},,,,", "6, {\"n\":\"x\",\"a\":null} ,,x,,x", "7,,,,,", "8,,,,,", "9,,,,,"];
        Assert.Equal(expected.Select(row => $"[{row}]"), plain);
        Assert.Equal(plain, Rows(Rewriting, StrictMembers));
        var sql = Rewriting.Explain(StrictMembers(SparkSession.Create(Rewriting)).Plan);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(sql, "spark_json_"));
        Assert.Contains("spark_json_strict_values", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void RepeatedExpressions_GiveTheSameRows()
    {
        var plain = Rows(Plain, Repeated);

        Assert.Equal(["[,,False,]", "[7,7,False,14]", "[8,08,True,]", "[no,no,True,]"], plain);
        Assert.Equal(plain, Rows(Rewriting, Repeated));
    }

    [Fact]
    public void RepeatedExpressions_AreComputedOnce()
    {
        var sql = Rewriting.Explain(Repeated(SparkSession.Create(Rewriting)).Plan);

        Assert.Single(System.Text.RegularExpressions.Regex.Matches(sql, "spark_translate_ascii"));
        Assert.NotInRange(System.Text.RegularExpressions.Regex.Count(Plain.Explain(Repeated(SparkSession.Create(Plain)).Plan), "spark_translate_ascii"), 0, 4);
    }

    [Fact]
    public void RepeatedExpressions_ThatMayFailOrNeedNotBeComputed_StayWhereTheyAre()
    {
        var spark = SparkSession.Create(Rewriting);
        var events = spark.Range(3).Select(Col("id").Cast("string").As("text"));
        var (risky, late) = (Col("text").Cast("date").Cast("string"), Trim(Col("text"), "x"));
        var rows = events.Select(When(Col("text") == "never", Concat(risky, risky)).As("risky"), When(Col("text") == "1", Concat(late, late)).As("late"));

        Assert.DoesNotContain("shared", Rewriting.Explain(rows.Plan), StringComparison.Ordinal);
        Assert.Equal(["[,11]", "[,]", "[,]"], rows.Collect().Select(row => row.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RepeatedExpressions_ThatDraw_AreDrawnEachTime()
    {
        var drawn = Concat(Call_UDF("uuid"), Lit("-"));
        var row = SparkSession.Create(Rewriting).Range(1).Select(drawn.As("one"), drawn.As("other")).Collect().Single();

        Assert.NotEqual(row[0], row[1]);
    }

    [Fact]
    public void ColumnsBelowAFilter_GiveTheSameRows()
    {
        var plain = Rows(Plain, Filtered);

        Assert.Equal(71, plain.Count);
        Assert.Equal(plain, Rows(Rewriting, Filtered));
    }

    [Fact]
    public void ColumnsThatAFilterDoesNotAskFor_AreComputedAboveIt()
    {
        var (late, plain) = (Rewriting.Explain(Filtered(SparkSession.Create(Rewriting)).Plan), Plain.Explain(Filtered(SparkSession.Create(Plain)).Plan));

        // The outer SELECT stands first.
        Assert.True(Place(late, "md5(") < Place(late, "INTEGER) AS \"small\"") && Place(late, "sha1(") < Place(late, "INTEGER) AS \"small\""), late);
        Assert.True(Place(plain, "md5(") > Place(plain, "INTEGER) AS \"small\""), plain);
    }

    [Fact]
    public void ColumnsThatCountTheirRows_StayBelowTheFilter()
    {
        var rows = SparkSession.Create(Rewriting).Range(10).WithColumn("number", MonotonicallyIncreasingId()).WithColumn("text", Md5(Col("id").Cast("string"))).Filter(Col("id") > 6);

        Assert.Equal([7L, 8L, 9L], rows.Collect().Select(row => row.GetAs<long>("number")).Order());
    }

    [Fact]
    public void DistinctRows_AreStreamedToTheSameTable()
    {
        Assert.Equal(Written(Plain, "plain"), Written(Rewriting, "rewriting"));
    }

    [Fact]
    public void DistinctRows_ByColumnsNamedAsThePlacesOfRows_AreStreamed()
    {
        var spark = SparkSession.Create(Rewriting);
        var rows = spark.Range(6).Select((Col("id") % 2).As("row"), (Col("id") % 3).As("file"), Col("id"), Lit(1).As("place"));

        rows.Union(rows).DropDuplicates("row", "file").Write().Format("delta").Save(Folder["named"]);

        Assert.Equal(["[0]", "[1]", "[2]", "[3]", "[4]", "[5]"], spark.Read().Format("delta").Load(Folder["named"]).Select("id").OrderBy("id").Collect().Select(row => row.ToString()));
    }

    [Fact]
    public void DistinctRows_ThatAreKept_AreTheFirstOfEachKey()
    {
        var spark = SparkSession.Create(Rewriting);
        var events = spark.Read().Parquet(Folder["events"]);
        var again = events.Filter(Col("event_id") < 100).WithColumn("user_id", Lit(-1).Cast(events.Schema().Fields.Single(field => field.Name == "user_id").DataType.SimpleString));
        var nulls = spark.Range(2).Select(Lit(null).Cast("bigint").As("key"), Col("id").As("value"));

        var distinct = events.Union(again).DropDuplicates("event_id").Cache();
        var keys = nulls.Union(spark.Range(3).Select((Col("id") % 2).As("key"), (Col("id") + 10).As("value"))).DropDuplicates("key").Cache();
        var whole = spark.Range(10).Select((Col("id") % 3).As("left"), (Col("id") % 2).As("right")).DropDuplicates().Cache();

        Assert.Equal(5000, distinct.Count());
        Assert.Equal(0, distinct.Filter(Col("user_id") == -1).Count());
        Assert.Equal(["[,0]", "[0,10]", "[1,11]"], keys.OrderBy("value").Collect().Select(row => row.ToString()));
        Assert.Equal(6, whole.Count());
    }

    private List<string> Written(EmbeddedEngine engine, string table)
    {
        var spark = SparkSession.Create(engine);
        var events = spark.Read().Parquet(Folder["events"]);
        var doubled = events.Union(events.Filter(Col("event_id") < 100)).DropDuplicates("event_id");
        var options = ImmutableDictionary<string, string>.Empty.Add("targetFileSize", "50000");

        var result = engine.Execute(new WriteCommand(doubled.Plan, "delta", SaveMode.Overwrite, Folder[table], options, []));

        Assert.Equal(5000, result.Metrics["numOutputRows"]);
        return [.. spark.Read().Format("delta").Load(Folder[table]).OrderBy("event_id").Collect().Select(row => row.ToString())];
    }

    private List<string> Merged(EmbeddedEngine engine, string table)
    {
        var spark = SparkSession.Create(engine);
        var inOrder = Window.PartitionBy("user_id").OrderBy("event_ts", "event_id");
        var source = spark.Read().Parquet(Folder["events"])
            .WithColumn("climbed", Sum(Col("event_id") - Lag("event_id", 1).Over(inOrder)).Over(inOrder));
        source.Filter(Col("event_id") < 100).Write().Format("delta").Save(Folder[table]);

        DeltaTable.ForPath(spark, Folder[table]).As("target").Merge(source.As("source"), Col("target.event_id") == Col("source.event_id"))
            .WhenMatched().UpdateAll().WhenNotMatched().InsertAll().Execute();

        return [.. spark.Read().Format("delta").Load(Folder[table]).Collect().Select(row => row.ToString()).Order(StringComparer.Ordinal)];
    }

    private List<string> Rows(EmbeddedEngine engine, Func<SparkSession, DataFrame> build) =>
        [.. build(SparkSession.Create(engine)).Collect().Select(row => row.ToString()).Order(StringComparer.Ordinal)];

    private DataFrame Sessions(SparkSession spark)
    {
        var inOrder = Window.PartitionBy("user_id").OrderBy("event_ts", "event_id");
        var previous = Lag("event_ts", 1).Over(inOrder);
        var starts = previous.IsNull() | (Col("event_ts") > previous + Extras.Interval(TimeSpan.FromMinutes(30)));
        var soFar = inOrder.RowsBetween(Window.UnboundedPreceding, Window.CurrentRow);

        return spark.Read().Parquet(Folder["events"])
            .WithColumn("is_start", When(starts, 1).Otherwise(0))
            .WithColumn("session_seq", Sum("is_start").Over(soFar).Cast("int"))
            .WithColumn("session_id", Concat(Col("user_id").Cast("string"), Lit("-"), Col("session_seq").Cast("string")))
            .Drop("is_start");
    }

    private static DataFrame Documents(SparkSession spark)
    {
        string?[] documents =
        [
            null, "", "null", "[1]", "{}", "{\"a\":1,}", "{\"a\":null,\"a\":2}", "{\"a\":\"\\ud83d\"}", "{\"a\":{\"b\": [1, 2.50]},\"n\":1e3}", "{\"a\":\"x\",\"n\":12.50,\"flag\":true}",
            "{'a':'y'} trailing", "{\"\\u0061\":\"escaped\",\"n\":\"7\"}", "{\"a\":\"1\",\"a\":2,\"n\":-0}",
        ];
        return spark.CreateDataFrame(documents.Select(document => document!))
            .WithColumnRenamed("_1", "json")
            .WithColumn("text", GetJsonObject(Col("json"), "$.a"))
            .Filter(Col("text").IsNull() | (Col("text") != "never"))
            .Select(Col("text"), GetJsonObject(Col("json"), "$['n']").As("n"), Extras.JsonNumber(Col("json"), "$.n").As("number"), Extras.JsonString(Col("json"), "$.n").As("string"), GetJsonObject(Col("json"), "$.flag").As("flag"));
    }

    /// <summary>A member given twice, first as null or last, one that is half a surrogate pair before it is mended, and texts that are no objects.</summary>
    private static DataFrame Members(SparkSession spark)
    {
        string?[] documents =
        [
            "{\"a\": [1, {\"x\" : 2.50}],\"n\":1e3}", "{\"a\":1,\"a\":\"second\"}", "{\"a\":\"first\",\"a\":null}", "{\"a\":\"\\ud83d\",\"a\":\"text\",\"n\":true}", "{\"a\":1,}", null, "[]",
            "{\"\\u0061\":\"\\u00e9\\n\",\"n\": { \"b c\" : [ ] } }", "{}",
        ];
        return spark.CreateDataFrame(documents.Select((document, index) => new GenericRow([index + 1, document!])).ToList(), new StructType([new("id", new IntegerType()), new("json", new StringType())]))
            .Select(Col("id"), Extras.JsonMember(Col("json"), "a").As("a"), Extras.JsonMember(Col("json"), "n").As("n"));
    }

    /// <summary>Texts that are JSON objects, and some that only a lenient parser takes for such.</summary>
    private static DataFrame StrictMembers(SparkSession spark)
    {
        string?[] documents = ["{\"a\": [1, {\"x\" : 2.50}],\"n\":12}", "{\"a\":1,\"a\":\"second\"}", "{'a':1}", "{\"a\":1,\"n\":\"\\ud83d\"}", "{}", " {\"n\":\"x\",\"a\":null} ", null, "[]", "{\"a\":1}x"];
        return spark.CreateDataFrame(documents.Select((document, index) => new GenericRow([index + 1, document!])).ToList(), new StructType([new("id", new IntegerType()), new("json", new StringType())]))
            .WithColumn("strict", When(Extras.IsJsonObject(Col("json")), Col("json")))
            .Select(Col("id"), Col("strict"), Extras.JsonMember(Col("strict"), "a").As("a"), Extras.JsonMember(Col("strict"), "n").As("n"), Extras.JsonNumber(Col("strict"), "$.n").As("number"), Extras.JsonString(Col("strict"), "$.n").As("string"));
    }

    /// <summary>The same text in lower case three times, one of them below another that comes twice.</summary>
    private static DataFrame Repeated(SparkSession spark)
    {
        string?[] texts = [" NO ", "7", "08", ""];
        var lower = Translate(Trim(Col("text"), " "), "NO", "no");
        var digits = When(lower.RLike("^0?[0-9]$"), Ltrim(lower, "0")).Otherwise(lower);
        return spark.CreateDataFrame(texts.Select(text => text!))
            .WithColumnRenamed("_1", "text")
            .Select(digits.As("digits"), lower.As("lower"), digits.IsIn("8", "no", "x", "y").As("is_in"), When(lower == "7", lower.Cast("int") * 2).As("twice"));
    }

    /// <summary>A filter on a column over others, above and below it, one of which is renamed and one dropped.</summary>
    private DataFrame Filtered(SparkSession spark) => spark.Read().Parquet(Folder["events"])
        .WithColumn("md5", Md5(Col("page_url")))
        .WithColumn("file", InputFileName())
        .WithColumn("small", Col("event_id").Cast("int"))
        .WithColumn("sha1", Sha1(Concat(Col("md5"), Col("referrer"))))
        .Drop("md5", "user_agent")
        .WithColumnRenamed("small", "number")
        .Filter((Col("number") <= 70) & Col("user_id").IsNotNull());

    private static int Place(string sql, string part) => sql.IndexOf(part, StringComparison.Ordinal) is >= 0 and var place ? place : throw new InvalidOperationException($"No {part} in {sql}");

    private DataFrame FirstOfUser(SparkSession spark) => spark.Read().Parquet(Folder["events"])
        .Filter(Col("user_id").IsNotNull())
        .WithColumn("place", RowNumber().Over(Window.PartitionBy("user_id").OrderBy("event_ts", "event_id")))
        .Filter(Col("place") == 1)
        .Drop("place");

    private void AssertSnapshot(string name, Func<SparkSession, DataFrame> build)
    {
        var sql = Rewriting.Explain(build(SparkSession.Create(Rewriting)).Plan);
        var file = Directory.GetFiles(Folder["events"]).Single();
        var snapshot = Path.Combine(AppContext.BaseDirectory, "Snapshots", name);
        var found = sql.Replace(file, "<file>", StringComparison.Ordinal);
        File.WriteAllText($"{snapshot}.found", $"{found}\n");

        Assert.Equal(File.ReadAllText(snapshot).TrimEnd(), found);
    }
}
