using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>One column of a select, before it is resolved.</summary>
/// <param name="Written">The value as the caller wrote it, an alias taken off.</param>
/// <param name="Name">The alias, or null.</param>
/// <param name="Members">Where the value is a structure to be taken apart into columns: their names; else null.</param>
internal sealed record SelectItem(Expression Written, string? Name, IReadOnlyList<string>? Members = null)
{
    /// <summary>An item of a column.</summary>
    public static SelectItem Of(Expression expression) => expression is Alias alias ? new SelectItem(Unwrap(alias), alias.Name) : new SelectItem(expression, null);

    /// <summary>The item as the caller wrote it.</summary>
    public Column AsColumn() => Name is null ? new Column(Written) : new Column(Written).Alias(Name);

    private static Expression Unwrap(Expression expression) => expression is Alias alias ? Unwrap(alias.Child) : expression;
}
