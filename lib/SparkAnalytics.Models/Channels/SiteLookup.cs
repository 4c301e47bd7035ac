using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Staging;

namespace SparkAnalytics.Models.Channels;

/// <summary>Finds the first of some lists that holds a host or a short name, by one question for all lists, so that more and longer lists cost no more.</summary>
internal sealed class SiteLookup
{
    private readonly List<SiteStep> _steps;

    /// <summary>A lookup in lists.</summary>
    /// <param name="lists">The lists in order.</param>
    /// <param name="withShortNames">Whether short names count.</param>
    public SiteLookup(IReadOnlyList<SiteList> lists, bool withShortNames) => _steps = [.. new SiteSteps(withShortNames).Of(lists)];

    /// <summary>Adds a column with the name of the first list that holds a text, NULL where none does, and a column of its own that a later selection leaves out.</summary>
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
        var names = _steps.Index().Where(step => step.Item.Name is not null).GroupBy(step => step.Item.Name!, step => step.Index + 1)
            .Aggregate(When(Lit(false), Text.NullText()), (before, list) => before.When(Col(found).IsIn([.. list]), list.Key));
        return events
            .WithColumn(found, FirstMatch(text, [.. _steps.Select(step => step.Pattern)]))
            .WithColumn(name, names.Otherwise(Text.NullText()));
    }
}
