using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.SparkExpressions;

/// <summary>What Spark 4.0.4 makes of texts in a column, as they come in from outside: measured, and unlike a constant's where Spark's optimizer reads that itself.</summary>
public abstract class TextConversionBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    [Theory]
    [InlineData("today", null)]
    [InlineData("epoch", null)]
    [InlineData("2025-03-01T", null)]
    [InlineData("+023", null)]
    [InlineData("2025-03-01 09", "2025-03-01 09:00:00")]
    [InlineData("2025-03-01 09 UTC", null)]
    [InlineData(" T09:30", null)]
    [InlineData("+09:30", null)]
    [InlineData("2025-03-01 09:30:15 EST", "2025-03-01 14:30:15")]
    [InlineData("2025-03-01 09:30:15 PST", "2025-03-01 17:30:15")]
    [InlineData("2025-03-01 09:30:15+2:3", "2025-03-01 07:27:15")]
    [InlineData("2025-03-01 09:30:15 europe/berlin", null)]
    [InlineData("2025-03-01 09:30:15 ROC", null)]
    [InlineData("2025-03-01 09:30:15\u007f", "2025-03-01 09:30:15")]
    [InlineData("2024-11-03 01:30:00 America/New_York", "2024-11-03 05:30:00")]
    [InlineData("2024-04-07 01:45:00 Australia/Lord_Howe", "2024-04-06 14:45:00")]
    [InlineData("2024-03-31 02:30:00 Europe/Berlin", "2024-03-31 01:30:00")]
    [InlineData("0000-01-01", "0000-01-01 00:00:00")]
    [InlineData("-0001-05-06", "-0001-05-06 00:00:00")]
    public void TryCast_ToTimestamp_ReadsSparksForms(string text, string? expected) => Assert.Equal(expected, Converted(text, "timestamp"));

    [Theory]
    [InlineData("today", null)]
    [InlineData("2025-03-01T", "2025-03-01")]
    [InlineData("2025-03-", null)]
    [InlineData("0000-01-01", "0000-01-01")]
    [InlineData("-0001-05-06", "-0001-05-06")]
    [InlineData("\u001f2025-3-1 x", "2025-03-01")]
    public void TryCast_ToDate_ReadsSparksForms(string text, string? expected) => Assert.Equal(expected, Converted(text, "date"));

    [Theory]
    [InlineData("double", "+NaN", "NaN")]
    [InlineData("double", "NaNd", null)]
    [InlineData("double", "infd", null)]
    [InlineData("double", "1.5e3d", "1500.0")]
    [InlineData("double", "0x1.8p1", "3.0")]
    [InlineData("double", "1e400", "Infinity")]
    [InlineData("boolean", "1\u001f", "true")]
    [InlineData("boolean", "\u007fNo\0", "false")]
    [InlineData("int", "1\u007f", "1")]
    [InlineData("decimal(18,2)", "0e99", null)]
    [InlineData("decimal(18,2)", "0e37", "0.00")]
    [InlineData("decimal(18,2)", "\uff11", "1.00")]
    [InlineData("decimal(18,2)", "1e\uff11", "10.00")]
    [InlineData("decimal(18,2)", "12.345e1", "123.45")]
    public void TryCast_ToNumber_ReadsJavasForms(string type, string text, string? expected) => Assert.Equal(expected, Converted(text, type));

    [Theory]
    [InlineData("upper", "\u0131\u017f\u1f52", "IS\u03a5\u0313\u0300")]
    [InlineData("lower", "\ud801\udc00\u03a3", "\ud801\udc28\u03c2")]
    [InlineData("lower", "\u0391\u03a3'\u0391", "\u03b1\u03c3'\u03b1")]
    [InlineData("lower", "\u0391.\u03a3", "\u03b1.\u03c2")]
    [InlineData("initcap", "\u01c5 \u01c4X \u1fb3x", "\u01c5 \u01c5x \u1fbcx")]
    [InlineData("initcap", "\u00dfa \u10d0 \u0131", "Ssa \u10d0 I")]
    [InlineData("try_url_decode", "%+1%-0", "\u0001\0")]
    [InlineData("try_url_decode", "%ED%A0%80", "\ufffd")]
    [InlineData("try_url_decode", "%F4%90%80%80%E1%80%41", "\ufffd\ufffd\ufffd\ufffd\ufffdA")]
    [InlineData("try_url_decode", "%\uff111", "\u0011")]
    [InlineData("try_url_decode", "%-1", null)]
    public void Call_OnTextBeyondAscii_GivesSparksText(string function, string text, string? expected) => Assert.Equal(expected, Value(text, SparkCall.Call(function, Col("text"))));

    [Theory]
    [InlineData("ABéÀ\U0001F600aZ", "ABZ", "abz", "abéÀ\U0001F600az")]
    [InlineData("a-b-c", "-b", "_", "a__c")]
    [InlineData("aab", "aa", "xy", "xxb")]
    [InlineData("é\u212Aa", "aé", "bè", "è\u212Ab")]
    [InlineData("", "a", "b", "")]
    [InlineData("abc", "", "xyz", "abc")]
    public void Translate_OfAsciiAndOfMore_ReplacesSignsOneByOne(string text, string from, string to, string expected) =>
        Assert.Equal(expected, Value(text, Translate(Col("text"), from, to)));

    [Theory]
    [InlineData(" \ta b\n", " \t\n", "a b")]
    [InlineData("a\f", "\f", "a")]
    [InlineData(" \u00A0a ", " ", "\u00A0a")]
    [InlineData("\u001Fa", " ", "\u001Fa")]
    [InlineData("e\u0301 ", " ", "e\u0301")]
    [InlineData(" \u0301", " ", "\u0301")]
    [InlineData("xax", "x", "a")]
    [InlineData(" ", " ", "")]
    [InlineData("", " \t", "")]
    [InlineData("more than what lies in a vector\r\n", "\r\n", "more than what lies in a vector")]
    [InlineData("\u0001 a \u001f", " ", "\u0001 a \u001f")]
    [InlineData("\u00a0é\u2003", " ", "\u00a0é\u2003")]
    public void Trim_OfSigns_TakesThemFromBothEnds(string text, string signs, string expected) => Assert.Equal(expected, Value(text, Trim(Col("text"), signs)));

    [Theory]
    [InlineData("1969-12-31T23:59:59.999999Z", "1969-12-31")]
    [InlineData("1970-01-01T00:00:00Z", "1970-01-01")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01")]
    [InlineData("9999-12-31T23:59:59.999999Z", "9999-12-31")]
    [InlineData("2024-02-29T12:00:00-14:00", "2024-03-01")]
    public void Cast_OfAnInstantToADate_IsItsDayInUtc(string text, string expected) =>
        Assert.Equal(expected, Value(text, Extras.TryCast(Col("text"), "timestamp").Cast("date").Cast("string")));

    [Fact]
    public void CreateDataFrame_OfManyRowsWithNul_KeepsTheTextsWhole()
    {
        string[] texts = ["a\0b", "\0", "\u0001\0\u0001\u0002", "\u0001\u0003", "plain"];
        var type = new StructType([new StructField("text", new StringType()), new StructField("texts", new ArrayType(new StringType(), true))]);
        var rows = Enumerable.Range(0, 200).Select(number => new GenericRow([texts[number % 5], new[] { texts[number % 5], null, "c\0" }])).ToList();

        var found = Spark.CreateDataFrame(rows, type).Select(Col("text"), Col("texts").GetItem(0), Col("texts").GetItem(1), Col("texts").GetItem(2)).Distinct().Collect();

        Assert.Equal(
            texts.Order(StringComparer.Ordinal).Select(text => (text, text, (string?)null, "c\0")),
            found.Select(row => ((string)row[0]!, (string)row[1]!, (string?)row[2], (string)row[3]!)).OrderBy(row => row.Item1, StringComparer.Ordinal));
    }

    private string? Converted(string text, string type) => (string?)Value(text, Extras.TryCast(Col("text"), type).Cast("string"));

    private object? Value(string text, Column column) =>
        Spark.CreateDataFrame([new GenericRow([text])], new StructType([new StructField("text", new StringType())])).Select(column.As("value")).Collect().Single()[0];
}
