using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Syntax;

/// <summary>The names of a statement in quotes: one for each column id.</summary>
internal sealed class NameScope
{
    private readonly UniqueNames _names = new();

    /// <summary>The quoted name of a column.</summary>
    public string this[AttributeReference column] => SqlText.Name(_names[column]);

    /// <summary>A quoted name for something that is no column of the plan.</summary>
    public string Fresh(string name) => SqlText.Name(_names.Fresh(name));
}
