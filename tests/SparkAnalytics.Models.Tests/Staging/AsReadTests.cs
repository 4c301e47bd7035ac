namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>Columns that are taken as read, byte for byte.</summary>
public sealed class AsReadTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenTextHasAnyForm_KeepsItAsRead()
    {
        string?[] texts = ["", " ", " a ", "A\r\nb\t", "\u00A0", "e\u0301", "\u00E9", "\U0001F600", "null", "it's \"quoted\"", "a\\b", "%20"];

        foreach (var (column, with) in s_columns)
        {
            models.AssertStaged(column, [.. texts.Append(null).Select(text => (with(text), text))]);
        }
    }

    [Fact]
    public void Build_WhenEventNameHasBlanksAround_KeepsThem() => models.AssertStaged(
        "event_name", [(new RawEvent { EventName = " Purchase\t" }, " Purchase\t"), (new RawEvent { EventName = "x" }, "x")]);

    private static readonly (string Column, Func<string?, RawEvent> With)[] s_columns =
    [
        ("page_url", text => new RawEvent { PageUrl = text }),
        ("referrer", text => new RawEvent { Referrer = text }),
        ("user_agent", text => new RawEvent { UserAgent = text }),
        ("event_data", text => new RawEvent { EventData = text }),
    ];
}
