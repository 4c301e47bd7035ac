using System.Globalization;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Trees;

/// <summary>
/// One name for each column id of a plan: the column's own, with a suffix only where another one has that name, whatever the case.
/// With it an engine's text needs no names of tables. Quoting is the engine's matter.
/// </summary>
public sealed class UniqueNames
{
    private readonly Dictionary<long, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a column; the first question for an id decides it.</summary>
    /// <param name="column">The column.</param>
    public string this[AttributeReference column]
    {
        get
        {
            if (!_names.TryGetValue(column.Id, out var name))
            {
                name = Fresh(column.Name);
                _names.Add(column.Id, name);
            }

            return name;
        }
    }

    /// <summary>A name for something that is no column of the plan.</summary>
    /// <param name="wanted">The name to take if it is free.</param>
    /// <returns>A name that nothing else has.</returns>
    public string Fresh(string wanted)
    {
        // A line break in a name would not survive the indentation of statements; the names are the statement's own, so any will do.
        var plain = string.Concat(wanted.Select(sign => char.IsControl(sign) ? '_' : sign));
        var name = plain.Length == 0 ? "column" : plain;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{plain}_{number}");
        }

        return name;
    }
}
