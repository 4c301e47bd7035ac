using System.Reflection;

namespace SparkAnalytics.Sql.Tests;

/// <summary>Functions has every overload of Microsoft.Spark 2.3.1 (Api/functions.tsv: name, parameter types of each overload), but for those that the README names.</summary>
public sealed class MicrosoftSparkApiTests
{
    private static readonly string[] s_leftOut =
        ["UnboundedPreceding", "UnboundedFollowing", "CurrentRow", "Expr", "Sentences", "Window", "Session_Window", "Years", "Months", "Days", "Hours", "Bucket"];

    private static readonly Dictionary<Type, string> s_names = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(bool)] = "bool",
        [typeof(object)] = "object",
        [typeof(string[])] = "string[]",
        [typeof(Dictionary<string, string>)] = "Dictionary<string, string>",
    };

    [Fact]
    public void Functions_WhenComparedWithMicrosoftSpark_HasEveryOverload()
    {
        var present = typeof(Functions).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => s_names.GetValueOrDefault(parameter.ParameterType, parameter.ParameterType.Name)))})")
            .ToHashSet();
        var wanted = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Api", "functions.tsv")).Select(line => line.Split('\t'))
            .SelectMany(parts => parts[1].Split(" | ").Select(overload => (Name: parts[0], Signature: $"{parts[0]}({overload})"))).ToList();
        Assert.True(wanted.Count > 330);
        Assert.Equal(s_leftOut.Order(), wanted.Where(method => !present.Contains(method.Signature)).Select(method => method.Name).Distinct().Order());
    }
}
