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

    /// <summary>Adds a column with the name of the first list that holds a text, NULL where none does, and columns of its own that a later selection leaves out.</summary>
    /// <param name="events">With the text.</param>
    /// <param name="name">The column to add.</param>
    /// <param name="text">A host, a package id or a source, in ASCII lower case.</param>
    public DataFrame AddName(DataFrame events, string name, Column text)
    {
        if (_steps.Count == 0)
        {
            return events.WithColumn(name, Text.NullText());
        }

        var found = $"{name}_number";
        events = events.WithColumn(found, FirstMatch(text, [.. _steps.Select(step => step.Pattern)]));

        // Of what is excepted from one list, the lists behind that one are asked: in a column of its own, which is asked for few rows.
        foreach (var (index, step) in _steps.Index())
        {
            var skipped = index + 2;
            if (step.Name is null && skipped < _steps.Count)
            {
                var (next, behind) = ($"{found}_{skipped}", $"{found}_behind_{skipped}");
                events = events
                    .WithColumn(behind, When(Col(found) == index + 1, FirstMatch(text, [.. _steps.Skip(skipped).Select(after => after.Pattern)])))
                    .WithColumn(next, When(Col(behind).IsNull(), Col(found)).When(Col(behind) == 0, Lit(0)).Otherwise(Col(behind) + skipped));
                found = next;
            }
        }

        var names = _steps.Index().Where(step => step.Item.Name is not null)
            .Aggregate(When(Lit(false), Text.NullText()), (before, step) => before.When(Col(found) == step.Index + 1, step.Item.Name!));
        return events.WithColumn(name, names.Otherwise(Text.NullText()));
    }

    /// <summary>A pattern, and the list that it finds; null where it finds what the next list does not hold, so that those after it are asked.</summary>
    private sealed record Step(string Pattern, string? Name);
}
