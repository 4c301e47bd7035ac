using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Extras;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>One JSON object a line; what is not text counts as it is written, without white space outside strings.</summary>
internal static class JsonLinesInput
{
    private const string WhiteSpaceOutsideStrings = "(\"(?:[^\"\\\\]|\\\\.)*\")|[ \\t\\r\\n]+";

    private const string Unreadable = "_corrupt_record";

    public static RawInput Read(SparkSession spark, ImmutableArray<string> paths)
    {
        var lines = spark.Read().Option("columnNameOfCorruptRecord", Unreadable).Text([.. paths])
            .Select(Col("value"), Col(Unreadable), InputFileName().As(RawEvents.SourceFile))
            .Filter(Col(Unreadable).IsNotNull() | !Col("value").RLike("^[ \\t\\r]*$"))
            .WithColumn("line", When(IsJsonObject(Col("value")), Col("value")));

        var unknown = InputReader.Unknown(lines
            .Select(Explode(Call_UDF("json_object_keys", Col("line"))).As("name"))
            .Distinct()
            .Collect()
            .Select(row => row.GetAs<string>(0)));

        return new RawInput(
            lines.Select(
            [
                .. RawEvents.Columns.Select(name => AsWritten(name).As(name)),
                When(Col("line").IsNull(), Coalesce(Col("value"), Col(Unreadable))).As(RawEvents.RawText),
                Col(RawEvents.SourceFile),
            ]),
            [.. unknown.Order(StringComparer.Ordinal)]);
    }

    /// <summary>A string's text; anything else as written, without the white space outside its strings.</summary>
    private static Column AsWritten(string name)
    {
        var raw = FromJson(Col("line"), $"`{name}` STRING").GetField(name);
        return Coalesce(JsonString(Col("line"), $"$['{name}']"), RegexpReplace(raw, WhiteSpaceOutsideStrings, "$1"));
    }
}
