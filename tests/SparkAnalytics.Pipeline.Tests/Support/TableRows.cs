using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Tests.Support;

/// <summary>The rows of the tables of a lakehouse as sorted text, to be compared.</summary>
internal static class TableRows
{
    /// <summary>All tables by name; in the quarantine <c>source_file</c> is left out, as equal rows of several files count once.</summary>
    public static ImmutableSortedDictionary<string, ImmutableList<string>> All(Lakehouse lakehouse, RunSelector? run = null)
    {
        var tables = ModelSteps.Tables.Select(table => table.Name).Select(table =>
        {
            var columns = table == QuarantinedEvents.Table.Name ? "* exclude (source_file)" : "*";
            return $"select '{table}', line::varchar from (select {columns} from {table}) as line";
        });
        return lakehouse.Query(string.Join(" union all ", tables), run ?? RunSelector.Latest).Collect()
            .GroupBy(row => row.GetAs<string>(0), row => row.GetAs<string>(1))
            .ToImmutableSortedDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToImmutableList());
    }

    /// <summary>Fails where a table has a row more or less.</summary>
    public static void AssertSame(ImmutableSortedDictionary<string, ImmutableList<string>> expected, ImmutableSortedDictionary<string, ImmutableList<string>> actual) =>
        Assert.All(expected.Keys.Union(actual.Keys), table => Assert.Equal(expected.GetValueOrDefault(table), actual.GetValueOrDefault(table)));
}
