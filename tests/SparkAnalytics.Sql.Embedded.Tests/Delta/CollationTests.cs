using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

/// <summary>Tables with collated columns, whose log is written by hand with the feature that Delta on Spark does not know yet: what a collation cannot change is answered, all else refused.</summary>
public sealed class CollationTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Refused => [.. s_refused.Keys];

    private static readonly Dictionary<string, Func<DataFrame, DataFrame>> s_refused = new()
    {
        ["filter"] = rows => rows.Filter(Col("name") == "ab"),
        ["filter of a list"] = rows => rows.Filter(ArrayContains(Col("names"), "ab")),
        ["member"] = rows => rows.Select(Col("s.a")),
        ["alias"] = rows => rows.Select(Col("name").As("other")).Filter(Col("other").Like("a%")),
        ["join"] = rows => rows.Join(rows.Select(Col("name").As("other")), Col("name") == Col("other")),
        ["group"] = rows => rows.GroupBy("name").Count(),
        ["sort"] = rows => rows.OrderBy("name"),
        ["maximum"] = rows => rows.Agg(Max("name")),
        ["distinct count"] = rows => rows.Agg(CountDistinct("name")),
        ["distinct"] = rows => rows.Select("name").Distinct(),
        ["duplicates"] = rows => rows.DropDuplicates("name"),
        ["intersection"] = rows => rows.Intersect(rows),
        ["window"] = rows => rows.Select(RowNumber().Over(Expressions.Window.PartitionBy("name").OrderBy("id"))),
        ["length"] = rows => rows.Select(Length(Col("name"))),
    };

    private string Table => _folder["table"];

    private DataFrame Rows => engine.Spark.Read().Format("delta").Load(Table);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OfACollatedColumn_GivesWhatDoesNotDependOnIt()
    {
        Write();

        Assert.Equal("struct<id:bigint,name:string,names:array<string>,s:struct<a:string>>", Rows.Schema().SimpleString);
        Assert.Equal(["Ab", "ab", null], Rows.OrderBy("id").Collect().Select(row => row.GetAs<string?>(1)));
        Assert.Equal(2, Rows.Filter(Col("name").IsNotNull()).Count());
        Assert.Equal(1, Rows.Filter(Col("name").IsNull()).Count());
        Assert.Equal(2L, Rows.Agg(Count("name")).Collect().Single()[0]);
        Assert.Equal(1, Rows.Filter(Col("name").Cast("string") == "ab").Count());
        Assert.Equal(6, Rows.Union(Rows).Count());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Use_OfACollatedColumn_NamesItAndItsCollation(string use)
    {
        Write();

        var message = Assert.Throws<AnalysisException>(() => s_refused[use](Rows).Collect().Count()).Message;

        Assert.Contains("UTF8_LCASE", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_OfCollatedColumns_IsRefused()
    {
        Write();

        Assert.Contains("The column 'name' has the collation UTF8_LCASE", Assert.Throws<AnalysisException>(() => Rows.CreateOrReplaceTempView("collated")).Message, StringComparison.Ordinal);
        Assert.Contains("cast it to string", Assert.Throws<AnalysisException>(() => Rows.Write().Format("delta").Save(_folder["copy"])).Message, StringComparison.Ordinal);
        Assert.Contains("collations-preview", Assert.Throws<QueryExecutionException>(() => engine.Spark.Range(1).Write().Format("delta").Mode(SaveMode.Append).Save(Table)).Message, StringComparison.Ordinal);
        Assert.Contains("collations-preview", Assert.Throws<QueryExecutionException>(() => DeltaTable.ForPath(engine.Spark, Table).Delete(Col("name") == "ab")).Message, StringComparison.Ordinal);
    }

    private void Write()
    {
        engine.Spark.Sql("SELECT id, name, [name] AS names, {'a': name} AS s FROM (VALUES (1::BIGINT, 'Ab'), (2, 'ab'), (3, NULL)) AS rows(id, name)").Write().Format("delta").Save(Table);
        var commit = _folder["table/_delta_log/00000000000000000000.json"];
        var log = File.ReadAllText(commit);
        log = Change(log, """{"minReaderVersion":1,"minWriterVersion":2}""", """{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["collations-preview"],"writerFeatures":["collations-preview"]}""");
        log = Change(log, """\"name\":\"name\",\"type\":\"string\",\"nullable\":true,\"metadata\":{}""", """\"name\":\"name\",\"type\":\"string\",\"nullable\":true,\"metadata\":{\"__COLLATIONS\":{\"name\":\"spark.UTF8_LCASE\"}}""");
        log = Change(log, """\"elementType\":\"string\",\"containsNull\":true},\"nullable\":true,\"metadata\":{}""", """\"elementType\":\"string\",\"containsNull\":true},\"nullable\":true,\"metadata\":{\"__COLLATIONS\":{\"names.element\":\"spark.UTF8_LCASE\"}}""");
        log = Change(log, """\"name\":\"a\",\"type\":\"string\",\"nullable\":true,\"metadata\":{}""", """\"name\":\"a\",\"type\":\"string\",\"nullable\":true,\"metadata\":{\"__COLLATIONS\":{\"a\":\"spark.UTF8_LCASE\"}}""");
        File.WriteAllText(commit, log);
    }

    private static string Change(string log, string from, string to)
    {
        Assert.Contains(from, log, StringComparison.Ordinal);
        return log.Replace(from, to, StringComparison.Ordinal);
    }
}
