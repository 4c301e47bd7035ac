using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Finds columns by name among those that an input gives: alias and name, then name, then members inside.</summary>
internal static class ColumnLookup
{
    public static Expression Find(IReadOnlyList<AttributeReference> columns, ImmutableArray<string> parts)
    {
        var used = 2;
        var found = parts.Length < 2 ? [] : Distinct(columns.Where(column => IsNamed(column.Qualifier, parts[0]) && IsNamed(column.Name, parts[1])));
        if (found.Count == 0)
        {
            used = 1;
            found = Distinct(columns.Where(column => IsNamed(column.Name, parts[0])));
        }

        return found.Count switch
        {
            1 => parts.Skip(used).Aggregate((Expression)found[0], (inner, name) => MemberAccess.Bind(new FunctionCall("getitem", [inner, new Literal(name, new StringType())]))),
            0 => throw Unknown(string.Join('.', parts), columns),
            _ => throw new AnalysisException($"The column '{string.Join('.', parts)}' is ambiguous: it could be {string.Join(" or ", found.Select(Describe))}. Give the inputs aliases with As and write 'alias.column'."),
        };
    }

    /// <summary>A column taken from a DataFrame, as this input gives it.</summary>
    public static AttributeReference Find(IReadOnlyList<AttributeReference> columns, AttributeReference reference)
    {
        var found = columns.FirstOrDefault(column => column.Id == reference.Id);
        if (reference.Qualifier is not null && !IsNamed(found?.Qualifier, reference.Qualifier))
        {
            found = columns.FirstOrDefault(column => IsNamed(column.Qualifier, reference.Qualifier) && IsNamed(column.Name, reference.Name)) ?? found;
        }

        return found ?? throw new AnalysisException(
            $"The column '{reference.Name}' was taken from a DataFrame that is not an input here; the input has: {NearestNames.List(reference.Name, columns.Select(Describe))}.");
    }

    public static AnalysisException Unknown(string name, IReadOnlyList<AttributeReference> columns) =>
        new($"There is no column '{name}'; there are: {NearestNames.List(name, columns.Select(column => column.Name))}.");

    /// <summary>The parts of a dotted name; backticks keep dots together, and two of them inside are one.</summary>
    public static ImmutableArray<string> Parts(string name)
    {
        if (!name.Contains('`', StringComparison.Ordinal))
        {
            return [.. name.Split('.')];
        }

        var parts = ImmutableArray.CreateBuilder<string>();
        var part = new System.Text.StringBuilder();
        var quoted = false;
        for (var index = 0; index < name.Length; index++)
        {
            var character = name[index];
            if (character == '`' && quoted && index + 1 < name.Length && name[index + 1] == '`')
            {
                part.Append(name[index++]);
            }
            else if (character == '`')
            {
                quoted = !quoted;
            }
            else if (character == '.' && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(character);
            }
        }

        parts.Add(part.ToString());
        return parts.ToImmutable();
    }

    public static bool IsSameName(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static bool IsNamed(string? name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

    private static List<AttributeReference> Distinct(IEnumerable<AttributeReference> columns) => [.. columns.DistinctBy(column => column.Id)];

    private static string Describe(AttributeReference column) => column.Qualifier is null ? column.Name : $"{column.Qualifier}.{column.Name}";
}
