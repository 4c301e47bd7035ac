using SparkAnalytics.Sql.Embedded.Constraints.Conditions;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Constraints;

/// <summary>Conditions in Spark SQL become what the operators of <see cref="Column"/> make of the same.</summary>
public sealed class ConditionParserTests
{
    private static Column A => Col("a");

    private static Column B => Col("b");

    private static Column C => Col("c");

    public static TheoryData<string, Column> Tests => new()
    {
        { "a > 3", A > 3 },
        { "A = 3", Col("A") == 3 },
        { "a == 3", A == 3 },
        { "a <> 3", A != 3 },
        { "a != 3", A != 3 },
        { "a < 3", A < 3 },
        { "a <= 3", A <= 3 },
        { "a >= 3", A >= 3 },
        { "a <=> NULL", A.EqNullSafe(null) },
        { "a IS NULL", A.IsNull() },
        { "a is Not nulL", A.IsNotNull() },
        { "a IS UNKNOWN", A.IsNull() },
        { "a IS TRUE", A.EqNullSafe(true) },
        { "a IS NOT TRUE", !A.EqNullSafe(true) },
        { "a IS FALSE", A.EqNullSafe(false) },
        { "a IS DISTINCT FROM b", !A.EqNullSafe(B) },
        { "a IS NOT DISTINCT FROM b", A.EqNullSafe(B) },
        { "a BETWEEN 1 AND b + 1", A.Between(1, B + 1) },
        { "a NOT BETWEEN 1 AND 2", !A.Between(1, 2) },
        { "a IN (1, 2)", A.IsIn(1, 2) },
        { "a NOT IN ('x', 'y')", !A.IsIn("x", "y") },
        { "a LIKE 'x%'", A.Like("x%") },
        { "a NOT LIKE 'x%'", !A.Like("x%") },
        { "a LIKE 'x#%' ESCAPE '#'", Call_UDF("like", A, Lit("x#%"), Lit("#")) },
        { "a ILIKE 'x%'", Call_UDF("ilike", A, Lit("x%")) },
        { "a RLIKE '^x'", A.RLike("^x") },
        { "a regexp '^x'", A.RLike("^x") },
        { "length(a) > 3", Length(A) > 3 },
        { "NVL(a, b)", Call_UDF("nvl", A, B) },
        { "trim('x', a)", Trim(A, "x") },
        { "date(a)", A.Cast("date") },
        { "current_date()", CurrentDate() },
        { "CASE WHEN a > 1 THEN 'x' WHEN b THEN 'y' ELSE c END", When(A > 1, "x").When(B, "y").Otherwise(C) },
        { "CASE a WHEN 1 THEN 'x' END", When(A == 1, "x") },
        { "CAST(a AS decimal(10, 2))", A.Cast("decimal(10,2)") },
        { "CAST(a AS array<map<string, array<int>>>) IS NULL", A.Cast("array<map<string,array<int>>>").IsNull() },
        { "TRY_CAST(a AS int)", Extras.TryCast(A, "int") },
        { "a::string || b", Concat(A.Cast("string"), B) },
        { "`a b`.`c``d` = 1", new Column(new Plans.UnresolvedColumn(["a b", "c`d"])) == 1 },
        { "a.b.c > 1", Col("a.b.c") > 1 },
        { "a.end > 1", Col("a.end") > 1 },
        { "(a).b > 1", Col("a.b") > 1 },
        { "a[0].b > 1", A.GetItem(0).GetField("b") > 1 },
        { "a['k'] = b[c + 1]", A.GetItem("k") == B.GetItem(C + 1) },
        { "a -- a comment\n > /* one /* inside */ of another */ 3", A > 3 },
        { "date > DATE '2024-01-02'", Col("date") > new DateOnly(2024, 1, 2) },
    };

    public static TheoryData<string, Column> Orders => new()
    {
        { "a OR b AND c", A | (B & C) },
        { "(a OR b) AND c", (A | B) & C },
        { "a AND b OR c", (A & B) | C },
        { "NOT a = b AND c", !(A == B) & C },
        { "!a OR b", !A | B },
        { "NOT NOT a IS NULL", !!A.IsNull() },
        { "NOT a IN (1)", !A.IsIn(1) },
        { "a BETWEEN 1 AND 2 AND b", A.Between(1, 2) & B },
        { "a NOT BETWEEN 1 AND 2 OR b", !A.Between(1, 2) | B },
        { "a = b IS NULL", (A == B).IsNull() },
        { "a = b = c", (A == B) == C },
        { "a + b IS NOT NULL", (A + B).IsNotNull() },
        { "a + b * c", A + (B * C) },
        { "a - b - c", (A - B) - C },
        { "a - -1", A - (-1) },
        { "a -1", A - 1 },
        { "a / b DIV c % 2", Extras.Div(A / B, C) % 2 },
        { "a || b + c", Concat(A, B) + C },
        { "a | b ^ c & 1", A.BitwiseOR(B.BitwiseXOR(C.BitwiseAND(1))) },
        { "a & b = 1", A.BitwiseAND(B) == 1 },
        { "a << b + 1 & c", Call_UDF("shiftleft", A, B + 1).BitwiseAND(C) },
        { "a >> 1 | b >>> 2", Call_UDF("shiftright", A, Lit(1)).BitwiseOR(Call_UDF("shiftrightunsigned", B, Lit(2))) },
        { "-a * b", -A * B },
        { "- a.b[0]", -Col("a.b").GetItem(0) },
        { "~a + 1", Bitwise_Not(A) + 1 },
        { "-1::string", Lit(-1).Cast("string") },
        { "-a::int", -A.Cast("int") },
        { "a = 'x' 'y'", A == "xy" },
    };

    [Theory]
    [MemberData(nameof(Tests))]
    [MemberData(nameof(Orders))]
    public void Parse_OfACondition_GivesWhatColumnsMakeOfIt(string text, Column expected) =>
        Assert.Equal(ExpressionShape.Of(expected.Expression), ExpressionShape.Of(ConditionParser.Parse(text)));
}
