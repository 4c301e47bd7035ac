using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests;

public sealed class SessionTests
{
    private readonly StubEngine _engine = new();

    private SparkSession Session => field ??= new SparkSession(_engine, new RuntimeConfig([]));

    [Fact]
    public void GetOrCreate_WhenNoEngine_SaysWhatToCall()
    {
        SparkSession.ClearActiveSession();
        SparkSession.ClearDefaultSession();
        Assert.StartsWith("No engine was given", Assert.Throws<InvalidOperationException>(() => SparkSession.Builder().GetOrCreate()).Message, StringComparison.Ordinal);

        using var made = SparkSession.Builder().Config("a", 5).Engine(settings => settings["a"] == "5" ? _engine : throw new InvalidOperationException()).GetOrCreate();
        Assert.Same(made, SparkSession.Builder().Config("b", true).GetOrCreate());
        Assert.Equal("true", made.Conf().Get("b"));
        Assert.Same(made, SparkSession.Active());
        made.Stop();
        Assert.True(_engine.IsDisposed);
        Assert.Null(SparkSession.GetActiveSession());
        Assert.Null(SparkSession.GetDefaultSession());
    }

    [Fact]
    public void Load_WhenNoSchema_AsksTheEngine()
    {
        _engine.SchemaOf = leaf => leaf is Read { Format: "csv", Paths: ["/data/*.csv"] } read && read.Options["HEADER"] == "true" ? DataTypeParser.ParseSchema("a INT") : throw new InvalidOperationException();
        Assert.Equal("[a: int]", Session.Read().Option("header", true).Csv("/data/*.csv").ToString());
    }

    [Fact]
    public void Load_WhenSchemaGiven_DoesNotAsk()
    {
        _engine.SchemaOf = _ => throw new InvalidOperationException();
        Assert.Equal("[a: int, b: date]", Session.Read().Format("json").Schema("a INT, b DATE").Load("/x").ToString());
    }

    [Fact]
    public void Sql_WhenText_TakesTheEnginesSchema()
    {
        _engine.SchemaOf = leaf => DataTypeParser.ParseSchema(((SqlQuery)leaf).Text == "select 1 x" ? "x INT" : "y INT");
        Assert.Equal(["x"], Session.Sql("select 1 x").Columns());
    }

    [Fact]
    public void Table_WhenView_HasItsNameAsAlias()
    {
        Session.Range(3).CreateOrReplaceTempView("numbers");
        Assert.Equal("[id: bigint]", Session.Table("NUMBERS").Select("numbers.id").ToString());
        Assert.Equal("There is no view 'number'; there are: numbers.", Frames.Error(() => Session.Table("number")));
        Assert.Equal("There is a view 'numbers' already; use CreateOrReplaceTempView.", Frames.Error(() => Session.Range(1).CreateTempView("numbers")));
        Assert.True(Assert.IsType<CreateViewCommand>(Assert.Single(_engine.Commands)).Replace);
    }

    [Fact]
    public void Collect_WhenEnumeratedTwice_RunsTwice()
    {
        var rows = Frames.Of(_engine, "a INT", [1], [2]).Limit(1).Collect();
        Assert.Empty(_engine.Executed);
        _ = rows.ToList();
        _ = Assert.Single(rows);
        Assert.Equal(2, _engine.Executed.Count);
    }

    [Fact]
    public void Count_WhenRun_AsksForOneNumber()
    {
        _engine.RowsOf = plan => plan is Aggregate { GroupBy.IsEmpty: true } ? [[7L]] : [];
        Assert.Equal(7, Session.Range(9).Count());
    }

    [Fact]
    public void Cache_WhenCalled_WrapsAndTellsOnceAndUnpersistReleases()
    {
        var frame = Session.Range(3);
        var plan = Assert.IsType<Cached>(frame.Cache().Cache().Plan);
        frame.Unpersist();
        Assert.Equal([new CacheCommand(plan), new UncacheCommand(plan.Key)], _engine.Commands);
        Assert.IsType<Plans.Range>(frame.Plan);
    }

    [Fact]
    public void Save_WhenNamesDifferByCaseOnly_Fails()
    {
        var frame = Session.Range(3).CrossJoin(Session.Range(2).ToDF("ID"));
        Assert.Equal("Cannot write columns of one name: id, ID. Names compare without regard to case; rename or drop one.", Frames.Error(() => frame.Write().Parquet("/x")));
    }

    [Fact]
    public void Save_WhenDelta_SendsEverything()
    {
        Session.Range(3).WithColumn("day", CurrentDate()).Write().Format("delta").Mode("overwrite").Option("txnVersion", 5).PartitionBy("DAY").Save("/t");
        var write = Assert.IsType<WriteCommand>(Assert.Single(_engine.Commands));
        Assert.Equal(("delta", SaveMode.Overwrite, "/t", "5"), (write.Format, write.Mode, write.Path, write.Options["TXNVERSION"]));
        Assert.Equal(["day"], write.PartitionBy);
    }

    [Fact]
    public void CreateDataFrame_WhenRows_StreamsThem()
    {
        var read = 0;
        IEnumerable<IReadOnlyList<object?>> Rows()
        {
            read++;
            yield return [1, "a"];
        }

        var frame = Session.CreateDataFrame(Rows(), DataTypeParser.ParseSchema("n INT, s STRING"));
        Assert.Equal(0, read);
        Assert.Equal("[1,a]", frame.First().ToString());
        Assert.Equal(1, read);
    }

    [Fact]
    public void Fill_WhenNumber_KeepsTheColumnsTypeAndLeavesText() =>
        Assert.Equal("[s: string, v: decimal(10,2), b: boolean]", Frames.Of("s STRING, v DECIMAL(10,2), b BOOLEAN").Na().Fill(0L).ToString());

    [Fact]
    public void Drop_WhenAny_CountsPresentValues() =>
        Assert.Equal(
            "((CASE WHEN (s IS NOT NULL) THEN 1 ELSE 0 END + CASE WHEN ((d IS NOT NULL) AND (NOT isnan(d))) THEN 1 ELSE 0 END) >= 2)",
            Analysis.ExpressionName.Of(((Filter)Frames.Of("s STRING, d DOUBLE").Na().Drop().Plan).Condition));

    [Fact]
    public void Describe_WhenColumns_GivesARowForEachStatistic() =>
        Assert.Equal("[summary: string, n: string, s: string]", Frames.Of("n INT, s STRING, d DATE").Describe().ToString());
}
