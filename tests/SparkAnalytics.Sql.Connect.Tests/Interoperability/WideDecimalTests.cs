using System.Data.SqlTypes;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Decimals of 38 digits in tables that both engines write: the last digit counts, also in what the log says of a file.</summary>
public sealed class WideDecimalTests(BothEngines engines) : IClassFixture<BothEngines>
{
    private const string Digits = "1234567890123456789012345678901234567";

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public void Change_OfNumbersThatDifferInTheLastDigit_TellsThemApart(string vectors)
    {
        using var table = engines.NewTable().Sql(
            $"CREATE TABLE (id INT, c DECIMAL(38,10), l ARRAY<DECIMAL(38,0)>) USING delta TBLPROPERTIES ('delta.enableDeletionVectors' = '{vectors}')",
            $"INSERT INTO TABLE VALUES (1, {Number('1')}BD, array({Digits}1BD, NULL))",
            $"INSERT INTO TABLE VALUES (2, {Number('2')}BD, array(-{Digits}2BD))",
            "INSERT INTO TABLE VALUES (3, NULL, NULL)");

        table.Ours.Filter(Col("id") == 1).WithColumn("id", Lit(4)).WithColumn("c", Lit(SqlDecimal.Parse(Number('3'))).Cast("decimal(38,10)")).Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        table.Table.Update(Col("c") == Lit(SqlDecimal.Parse(Number('2'))), new Dictionary<string, Column> { ["c"] = Lit(SqlDecimal.Parse(Number('9'))) });

        table.AssertSame(
            $"1 | {Number('1')} | [{Digits}1, null]",
            $"2 | {Number('9')} | [-{Digits}2]",
            "3 | null | null",
            $"4 | {Number('3')} | [{Digits}1, null]");
        Assert.Equal([1], Ids(table.Sparks.Filter(Col("c") <= Lit(SqlDecimal.Parse(Number('2'))))));
        Assert.Equal([1], Ids(table.Ours.Filter(Col("c") <= Lit(SqlDecimal.Parse(Number('2'))))));
        Assert.Equal([2, 4], Ids(table.Sparks.Filter(Col("c") >= Lit(SqlDecimal.Parse(Number('3'))))));
        Assert.Equal([2, 4], Ids(table.Ours.Filter(Col("c") >= Lit(SqlDecimal.Parse(Number('3'))))));
    }

    private static string Number(char last) => $"{Digits[..28]}.{Digits[28..]}{last}";

    private static IEnumerable<int> Ids(DataFrame frame) => frame.OrderBy("id").Collect().Select(row => row.GetAs<int>(0));
}
