using SparkAnalytics.Sql.Embedded.Constraints.Conditions;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Tests.Constraints;

/// <summary>Conditions give what Spark 4.0.4 gave for the same text over the same rows.</summary>
public sealed class ConditionValueTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>
{
    [Theory]
    [InlineData("a is not null and not a > 3 or b = 'x'", true, false, true, true, false)]
    [InlineData("a in (1, null)", true, null, null, null, null)]
    [InlineData("a not in (1, 2)", false, true, null, true, null)]
    [InlineData("coalesce(a, 0) % 2 = 0", false, false, true, false, true)]
    [InlineData("a <=> null", false, false, true, false, true)]
    [InlineData("b like '%x%' and a between 0 and 5", true, true, null, null, false)]
    [InlineData("(a > 3) is not true", true, false, true, true, true)]
    [InlineData("case a when 1 then 'one' when 5 then 'five' else b end", "one", "five", "x", null, "12")]
    [InlineData("length(b) div 2", 0L, 1L, 0L, null, 1L)]
    [InlineData("cast(b as string) || a", "x1", "axb5", null, null, null)]
    [InlineData("try_cast(b as int)", null, null, null, null, 12)]
    public void Condition_OverRows_GivesWhatSparkGives(string text, params object?[] expected)
    {
        var rows = engine.Spark.CreateDataFrame(
            [new GenericRow([1, "x"]), new GenericRow([5, "axb"]), new GenericRow([null, "x"]), new GenericRow([3, null]), new GenericRow([null, "12"])],
            new StructType([new StructField("a", new IntegerType()), new StructField("b", new StringType())]));

        Assert.Equal(expected, rows.Select(new Column(ConditionParser.Parse(text))).Collect().Select(row => row[0]));
    }

    [Theory]
    [InlineData("6 ^ 3 & 1", 7)]
    [InlineData("1 | 2 ^ 3", 1)]
    [InlineData("1 + 2 * 3 & 6", 6)]
    [InlineData("5 & 3 = 1", true)]
    [InlineData("-7 div 2", -3L)]
    [InlineData("-7 % 3", -1)]
    [InlineData("7 / 2", 3.5)]
    [InlineData("10 - 2 - 3", 5)]
    [InlineData("2 - -1", 3)]
    [InlineData("100 / 10 / 5", 2.0)]
    [InlineData("~1 + 1", -1)]
    [InlineData("1 << 2 + 1", 8)]
    [InlineData("not true = false", true)]
    [InlineData("not 1 = 2 and false", false)]
    [InlineData("1 = 1 = true", true)]
    [InlineData("1 = 1 in (true)", true)]
    [InlineData("not null is null", false)]
    [InlineData("null is not true", true)]
    [InlineData("1 is distinct from null", true)]
    [InlineData("3 not between 1 and 2 and true", true)]
    [InlineData("'a' || 'b' = 'ab' and 'x' like 'x' || '%'", true)]
    [InlineData("""'a%' like 'a\%'""", true)]
    [InlineData("""'ab' like 'a\%'""", false)]
    [InlineData("'a%' like 'a#%' escape '#'", true)]
    [InlineData("trim('x', 'xxabc')", "abc")]
    [InlineData("rtrim('c', 'abc')", "ab")]
    [InlineData("named_struct('b', 1).b + array(1, 2)[1] + map('k', 3)['k'] + array(named_struct('b', 4))[0].b", 10)]
    [InlineData("'1'::int + 1", 2)]
    [InlineData("-1::string", "-1")]
    public void Constants_GiveWhatSparkGives(string text, object expected) =>
        Assert.Equal(expected, engine.Spark.Range(1).Select(new Column(ConditionParser.Parse(text))).Collect().Single()[0]);
}
