using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Tables that map the names of columns and of members, by name and by id, after columns and members were renamed, dropped and added.</summary>
public sealed class ColumnMappingTests(BothEngines engines) : IClassFixture<BothEngines>
{
    private const string Mapped = "TBLPROPERTIES ('delta.columnMapping.mode' = '{0}', 'delta.minReaderVersion' = '2', 'delta.minWriterVersion' = '5')";

    [Theory]
    [InlineData("name")]
    [InlineData("id")]
    public void Read_AfterMembersWereRenamed_GivesTheirValues(string mode)
    {
        using var table = engines.NewTable().Sql(
            "CREATE TABLE (id INT, s STRUCT<a: INT, b: STRUCT<c: STRING, gone: INT>>, l ARRAY<STRUCT<x: INT, y: STRING>>, m MAP<STRING, STRUCT<v: INT>>, k MAP<STRUCT<q: INT>, ARRAY<STRUCT<z: INT>>>) USING delta "
                + Mapped.Replace("{0}", mode, StringComparison.Ordinal),
            "INSERT INTO TABLE SELECT 1, named_struct('a', 1, 'b', named_struct('c', 'old', 'gone', 7)), array(named_struct('x', 1, 'y', 'one'), NULL), map('k', named_struct('v', 5), 'n', NULL), map(named_struct('q', 3), array(named_struct('z', 4)))",
            "INSERT INTO TABLE SELECT 2, NULL, NULL, NULL, NULL",
            "ALTER TABLE RENAME COLUMN s.a TO `a b`",
            "ALTER TABLE RENAME COLUMN s.b.c TO name",
            "ALTER TABLE DROP COLUMN s.b.gone",
            "ALTER TABLE RENAME COLUMN l.element.x TO number",
            "ALTER TABLE RENAME COLUMN m.value.v TO worth",
            "ALTER TABLE RENAME COLUMN k.key.q TO question",
            "ALTER TABLE RENAME COLUMN k.value.element.z TO last",
            "ALTER TABLE ADD COLUMN s.late DECIMAL(5,2) FIRST",
            "INSERT INTO TABLE SELECT 3, named_struct('late', 1.5, 'a b', 2, 'b', named_struct('name', 'new')), array(named_struct('number', 2, 'y', 'two')), map('k', named_struct('worth', 6)), map(named_struct('question', 8), array(named_struct('last', 9)))");

        table.AssertSame(
            "1 | {late: null, a b: 1, b: {name: 'old'}} | [{number: 1, y: 'one'}, null] | ['k' -> {worth: 5}, 'n' -> null] | [{question: 3} -> [{last: 4}]]",
            "2 | null | null | null | null",
            "3 | {late: 1.50, a b: 2, b: {name: 'new'}} | [{number: 2, y: 'two'}] | ['k' -> {worth: 6}] | [{question: 8} -> [{last: 9}]]");
    }

    [Theory]
    [InlineData("name")]
    [InlineData("id")]
    public void Read_OfStructsThatLostAllTheirMembers_GivesNull(string mode)
    {
        using var table = engines.NewTable().Sql(
            "CREATE TABLE (id INT, s STRUCT<a: INT>, l ARRAY<STRUCT<x: INT>>, m MAP<INT, STRUCT<v: INT>>, o STRUCT<p: STRUCT<a: INT>, q: INT>) USING delta " + Mapped.Replace("{0}", mode, StringComparison.Ordinal),
            "INSERT INTO TABLE SELECT 1, named_struct('a', 1), array(named_struct('x', 1)), map(1, named_struct('v', 1)), named_struct('p', named_struct('a', 1), 'q', 2)",
            "INSERT INTO TABLE SELECT 2, NULL, NULL, NULL, NULL",
            "ALTER TABLE ADD COLUMN s.b INT",
            "ALTER TABLE DROP COLUMN s.a",
            "ALTER TABLE ADD COLUMN l.element.y INT",
            "ALTER TABLE DROP COLUMN l.element.x",
            "ALTER TABLE ADD COLUMN m.value.w INT",
            "ALTER TABLE DROP COLUMN m.value.v",
            "ALTER TABLE ADD COLUMN o.p.b INT",
            "ALTER TABLE DROP COLUMN o.p.a");

        table.AssertSame("1 | null | null | [1 -> null] | {p: null, q: 2}", "2 | null | null | null | null");
    }

    [Fact]
    public void Filter_OnAMappedMember_GivesItsRows()
    {
        using var table = engines.NewTable().Sql(
            "CREATE TABLE (id INT, s STRUCT<a: INT>) USING delta " + Mapped.Replace("{0}", "name", StringComparison.Ordinal),
            "INSERT INTO TABLE SELECT 1, named_struct('a', 1)",
            "ALTER TABLE RENAME COLUMN s.a TO b",
            "INSERT INTO TABLE SELECT 2, named_struct('b', 5)");

        Assert.Equal(["1 | {b: 1}"], RowTexts.Of(table.Ours.Filter(Col("s.b") < 3)));
        Assert.Equal(["2 | {b: 5}"], RowTexts.Of(table.Ours.Filter(Col("s.b") >= 3)));
    }
}
