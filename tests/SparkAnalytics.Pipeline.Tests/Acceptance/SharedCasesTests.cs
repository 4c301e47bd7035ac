using System.Text.Json;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Pipeline.Tests.Acceptance;

/// <summary>Inputs that people in this trade stumble over, each with what its file says of it.</summary>
public sealed class SharedCasesTests
{
    private static readonly DateTimeOffset s_clock = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rebuild_OfEachCase_GivesWhatItsFileSays()
    {
        var shared = SharedFolder.Find("cases");
        Assert.SkipWhen(shared is null, "The folder ../shared/cases beside the project is absent.");
        var cases = Directory.GetDirectories(Path.Combine(shared!, "cases")).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(cases);
        Assert.Empty(cases.SelectMany(Differences));
    }

    private static List<string> Differences(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        using var test = new TestLakehouse(Options(json.RootElement.GetProperty("args")), Texts(json.RootElement.GetProperty("settings")));
        test.Rebuild(new RebuildRequest([Path.Combine(folder, "events.jsonl")]) { Now = s_clock });
        return
        [
            .. from field in json.RootElement.GetProperty("expected").EnumerateObject()
               let actual = test.Texts(Question(field.Name)).Single()
               where actual != field.Value.GetString()
               select $"{Path.GetFileName(folder)}: {field.Name} is {actual ?? "null"}, not {field.Value.GetString() ?? "null"}",
        ];
    }

    /// <summary>A field is written <c>table.expression | condition</c>; several rows are joined in their order.</summary>
    private static string Question(string field)
    {
        var (place, condition) = (field[..field.IndexOf(" | ", StringComparison.Ordinal)], field[(field.IndexOf(" | ", StringComparison.Ordinal) + 3)..]);
        var (table, expression) = (place[..place.IndexOf('.', StringComparison.Ordinal)], place[(place.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        return $"select (select string_agg(value, ' | ' order by value) from (select cast({expression} as varchar) as value from {table} where {condition}))";
    }

    private static EmbeddedEngineOptions Options(JsonElement arguments) => Texts(arguments) switch
    {
        [] => new EmbeddedEngineOptions(),
        ["--memory", var size] => new EmbeddedEngineOptions { MemoryLimit = size },
        var others => throw new NotSupportedException($"The test does not know the arguments {string.Join(' ', others)}."),
    };

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
