using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests;

public sealed class DeltaTableTests
{
    private readonly StubEngine _engine = new() { SchemaOf = _ => DataTypeParser.ParseSchema("id BIGINT, name STRING, amount DECIMAL(18,2)") };

    private DeltaTable Table => DeltaTable.ForPath(new SparkSession(_engine, new RuntimeConfig([])), "/t");

    private DataFrame Source => Frames.Of(_engine, "id INT, name STRING, amount INT");

    [Fact]
    public void Merge_WhenAllClauses_SendsCompleteAssignments()
    {
        Table.As("t").Option("txnAppId", "x").Merge(Source.As("s"), Col("t.id") == Col("s.id"))
            .WhenMatched(Col("s.amount") < 0).Delete()
            .WhenMatched().Update(new Dictionary<string, Column> { ["name"] = Col("s.name") })
            .WhenNotMatched().Insert(new Dictionary<string, Column> { ["id"] = Col("s.id") })
            .WhenNotMatchedBySource().Delete()
            .Execute();
        var merge = Assert.IsType<MergeCommand>(Assert.Single(_engine.Commands));
        Assert.Equal("x", merge.Options["txnAppId"]);
        Assert.Equal([MergeWhen.Matched, MergeWhen.Matched, MergeWhen.NotMatched, MergeWhen.NotMatchedBySource], merge.Clauses.Select(clause => clause.When));
        Assert.Equal(["id", "name", "amount"], merge.Clauses[1].Assignments.Select(assignment => assignment.Key));
        Assert.Equal(merge.Target.Output[0], merge.Clauses[1].Assignments[0].Value);
        Assert.Equal(merge.Source.Output[1], merge.Clauses[1].Assignments[1].Value);
        Assert.Equal(new Cast(merge.Source.Output[0], new LongType()), merge.Clauses[2].Assignments[0].Value);
        Assert.Equal(new Literal(null, new DecimalType(18, 2)), merge.Clauses[2].Assignments[2].Value);
    }

    [Fact]
    public void InsertAll_WhenSourceLacksAColumn_Fails() => Assert.Equal(
        "There is no column 'amount'; there are: name, id.",
        Frames.Error(() => Table.As("t").Merge(Source.Drop("amount").As("s"), Col("t.id") == Col("s.id")).WhenNotMatched().InsertAll()));

    [Fact]
    public void Update_WhenTextIntoNumber_Fails() => Assert.Equal(
        "'name' is string and cannot be stored in the column 'amount', which is decimal(18,2). Cast it.",
        Frames.Error(() => Table.Update(new Dictionary<string, Column> { ["amount"] = Col("name") })));

    [Fact]
    public void Merge_WhenNamesAreOpen_AsksForAliases() =>
        Assert.Contains("is ambiguous", Frames.Error(() => Table.Merge(Source, Col("id") == 1)), StringComparison.Ordinal);

    [Fact]
    public void Merge_WhenSourceComesFromTheTable_HasIdsOfItsOwn()
    {
        var table = Table.As("t");
        table.Merge(table.ToDF().As("s"), Col("t.id") == Col("s.id")).WhenMatched().UpdateAll().Execute();
        var merge = (MergeCommand)_engine.Commands[0];
        Assert.Empty(merge.Target.Output.Select(column => column.Id).Intersect(merge.Source.Output.Select(column => column.Id)));
    }

    [Fact]
    public void Execute_WhenNoClause_Fails() =>
        Assert.StartsWith("A merge wants at least one", Frames.Error(() => Table.As("t").Merge(Source.As("s"), Col("t.id") == Col("s.id")).Execute()), StringComparison.Ordinal);

    [Fact]
    public void Delete_WhenCondition_IsResolved()
    {
        Table.Delete(Col("id") > 5);
        Assert.Equal("(id > 5)", Analysis.ExpressionName.Of(((DeleteCommand)_engine.Commands[0]).Condition!));
    }

    [Fact]
    public void Vacuum_WhenDefault_KeepsSevenDays()
    {
        Assert.Equal(["path"], Table.Vacuum().Columns());
        Assert.Equal(TimeSpan.FromDays(7), ((VacuumCommand)_engine.Commands[0]).Retention);
    }

    [Fact]
    public void RestoreToVersion_WhenOptions_SendsThem()
    {
        Table.Option("userMetadata", "undo").RestoreToVersion(3);
        var restore = Assert.IsType<RestoreCommand>(Assert.Single(_engine.Commands));
        Assert.Equal(("/t", 3L, "undo"), (restore.Path, restore.Version, restore.Options["userMetadata"]));
    }

    [Fact]
    public void IsDeltaTable_WhenNotFound_IsFalse()
    {
        _engine.SchemaOf = _ => throw new QueryExecutionException(QueryErrorKind.NotFound, "no table");
        Assert.False(DeltaTable.IsDeltaTable(new SparkSession(_engine, new RuntimeConfig([])), "/none"));
    }

    [Fact]
    public void History_WhenLimited_HasSparksColumns()
    {
        var history = (TableHistory)Table.History(3).Plan;
        Assert.Equal(3, history.Limit);
        Assert.Equal(["version", "timestamp", "userId", "userName", "operation"], history.Columns.Take(5).Select(column => column.Name));
    }
}
