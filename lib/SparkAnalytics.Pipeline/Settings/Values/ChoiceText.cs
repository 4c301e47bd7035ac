using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Values out of a few, as a settings file takes them.</summary>
/// <param name="kind">What they are, for messages.</param>
/// <param name="choices">Each value and its word.</param>
internal sealed class ChoiceText<T>(string kind, params IReadOnlyList<(T Value, string Word)> choices)
    where T : struct, Enum
{
    public T Read(SettingNode node)
    {
        var word = node.Text();
        return choices.Any(choice => choice.Word == word) ? choices.Single(choice => choice.Word == word).Value : throw node.Unknown(kind, word, choices.Select(choice => choice.Word));
    }

    public string Format(T value) => choices.Single(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Word;
}

/// <summary>The settings that are one value out of a few.</summary>
internal static class ChoiceTexts
{
    public static ChoiceText<SessionEntry> SessionEntry { get; } =
        new("entry of sessions", (Models.Settings.SessionEntry.FirstEvent, "first_event"), (Models.Settings.SessionEntry.FirstWithSource, "first_with_source"));

    public static ChoiceText<BotHandling> Bots { get; } = new("handling of bots", (BotHandling.Keep, "keep"), (BotHandling.Exclude, "exclude"));

    public static ChoiceText<OrderTime> OrderTime { get; } =
        new("time of orders", (Models.Settings.OrderTime.Latest, "latest"), (Models.Settings.OrderTime.Earliest, "earliest"));
}
