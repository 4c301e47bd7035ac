using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Staging;

namespace SparkAnalytics.Models.Channels;

/// <summary>Finds the first of some lists that holds a host or a short name, by one question for all lists, so that more and longer lists cost no more.</summary>
internal sealed class SiteLookup
{
    private readonly List<Step> _steps = [];

    /// <summary>A lookup in lists.</summary>
    /// <param name="lists">The lists in order.</param>
    /// <param name="withShortNames">Whether short names count.</param>
    public SiteLookup(IEnumerable<SiteList> lists, bool withShortNames)
    {
        foreach (var sites in lists)
        {
            if (Hosts.PatternOf(sites, withShortNames) is { } pattern)
            {
                if (sites.Except.Count > 0)
                {
                    _steps.Add(new Step(Hosts.PatternUnder(sites.Except), null));
                }

                _steps.Add(new Step(pattern, sites.Name));
            }
        }
    }

    /// <summary>The number that <see cref="Name(Column, Column)"/> tells the name of.</summary>
    /// <param name="text">A host, a package id or a source, in ASCII lower case.</param>
    public Column Number(Column text) => Number(text, 0);

    /// <summary>The name of the first list that holds a text; NULL where none does.</summary>
    /// <param name="number">The column with <see cref="Number(Column)"/> of the text.</param>
    /// <param name="text">The text.</param>
    public Column Name(Column number, Column text) => Name(number, text, 0);

    private Column Number(Column text, int first) =>
        first == _steps.Count ? Lit(0) : FirstMatch(text, [.. _steps.Skip(first).Select(step => step.Pattern)]);

    private Column Name(Column number, Column text, int first)
    {
        var name = When(number.IsNull(), Text.NullText());
        for (var index = first; index < _steps.Count; index++)
        {
            name = name.When(number == index - first + 1, _steps[index].Name is { } list ? Lit(list) : Name(Number(text, index + 2), text, index + 2));
        }

        return name.Otherwise(Text.NullText());
    }

    /// <summary>A pattern, and the list that it finds; null where it finds what the next list does not hold, so that those after it are asked.</summary>
    private sealed record Step(string Pattern, string? Name);
}
