using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Sql.Embedded.Native.Json;

/// <summary>A path of <c>get_json_object</c>: names, positions and <c>[*]</c> after <c>$</c>.</summary>
internal sealed partial class JsonPath
{
    private static readonly ConcurrentDictionary<string, JsonPath?> s_known = new(StringComparer.Ordinal);

    private JsonPath(IReadOnlyList<JsonStep> steps) => Steps = steps;

    public IReadOnlyList<JsonStep> Steps { get; }

    /// <summary>The path of a text, or null where it is none.</summary>
    public static JsonPath? Parse(string text) => s_known.GetOrAdd(text, Read);

    private static JsonPath? Read(string text)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var steps = match.Groups["step"].Captures.Select(capture => capture.Value switch
        {
            "[*]" or ".*" => JsonStep.Wildcard,
            ['[', '\'', ..] quoted => JsonStep.Name(quoted[2..^2]),
            ['[', ..] position => JsonStep.At(int.Parse(position[1..^1], CultureInfo.InvariantCulture)),
            var name => JsonStep.Name(name[1..]),
        });
        return new JsonPath([.. steps]);
    }

    [GeneratedRegex(@"\A\$(?<step>\[\*\]|\.\*|\['[^']*'\]|\[[0-9]{1,9}\]|\.[^.\[]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}

/// <summary>One step of a <see cref="JsonPath"/>.</summary>
internal sealed record JsonStep(byte[]? Member, int Index)
{
    /// <summary>All elements.</summary>
    public static JsonStep Wildcard { get; } = new(null, -1);

    public bool IsWildcard => Member is null && Index < 0;

    public static JsonStep Name(string name) => new(Encoding.UTF8.GetBytes(name), -1);

    public static JsonStep At(int index) => new(null, index);
}
