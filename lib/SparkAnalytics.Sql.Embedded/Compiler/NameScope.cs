using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Compiler;

/// <summary>One SQL name for each column id of a statement: its own name, with a suffix only where another column has that name.</summary>
internal sealed class NameScope
{
    private readonly Dictionary<long, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The quoted name of a column.</summary>
    public string this[AttributeReference column]
    {
        get
        {
            if (!_names.TryGetValue(column.Id, out var name))
            {
                name = SqlText.Name(Free(column.Name));
                _names.Add(column.Id, name);
            }

            return name;
        }
    }

    /// <summary>A quoted name for something that is no column of the plan.</summary>
    public string Fresh(string name) => SqlText.Name(Free(name));

    private string Free(string wanted)
    {
        // A line break in a name would not survive the indentation of statements; names are the statement's own, so any will do.
        var plain = string.Concat(wanted.Select(sign => char.IsControl(sign) ? '_' : sign));
        var name = plain.Length == 0 ? "column" : plain;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{plain}_{number}");
        }

        return name;
    }
}
