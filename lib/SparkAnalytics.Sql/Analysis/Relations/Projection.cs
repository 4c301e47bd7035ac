using System.Globalization;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Makes projections of what a caller selects: stars expanded, names given, generators set apart.</summary>
internal static class Projection
{
    /// <summary>The plan of a select; aggregates without groups make one row of everything, as in Spark.</summary>
    public static Relation Select(Relation input, IEnumerable<Column> columns)
    {
        var resolver = new ExpressionResolver(input.Output);
        var items = columns.SelectMany(column => Generators.Expand(resolver, column)).ToList();
        var named = items.Select(item => Named(resolver, item)).ToList();
        if (named.Exists(item => item.Value.OutsideWindows().Any(part => part.IsAggregate())))
        {
            return Grouping.Aggregate(input, GroupKind.GroupBy, [], [.. items.Select(item => item.AsColumn())]);
        }

        named.ForEach(item => Check(item.Value));
        return Generators.Project(input, items, named);
    }

    /// <summary>The input's columns with some replaced in place, by name, or added at the end.</summary>
    public static Relation With(Relation input, IReadOnlyList<KeyValuePair<string, Column>> columns)
    {
        var replaced = columns.Select(column => (column.Key, Column: column.Value.Alias(column.Key))).ToList();
        var kept = input.Output.Select(column => replaced.Find(item => ColumnLookup.IsSameName(item.Key, column.Name)).Column ?? new Column(column));
        var added = replaced.Where(item => !input.Output.Any(column => ColumnLookup.IsSameName(item.Key, column.Name))).Select(item => item.Column);
        return Select(input, kept.Concat(added));
    }

    /// <summary>A column handed on unchanged.</summary>
    public static NamedExpression Keep(AttributeReference column) => new(column, column);

    /// <summary>A new column.</summary>
    public static NamedExpression Make(string name, Expression value) => new(AttributeReference.Create(name, OwnType(value), value.Nullable), value);

    /// <summary>What a function makes of a column of type char is text like any other.</summary>
    private static DataType OwnType(Expression value) => value switch
    {
        Alias alias => OwnType(alias.Child),
        AttributeReference column => column.DataType,
        _ => value.Type is StringType { PaddedLength: not null } ? new StringType() : value.Type,
    };

    public static NamedExpression Named(ExpressionResolver resolver, SelectItem item)
    {
        var resolved = resolver.Resolve(item.Written);
        return item.Name is null && resolved is AttributeReference column
            ? Keep(column)
            : Make(item.Name ?? ExpressionName.OfColumn(resolved is Alias ? resolved : item.Written), ExpressionResolver.WithoutAlias(resolved));
    }

    private static void Check(Expression value)
    {
        foreach (var part in value.OutsideWindows())
        {
            if (ExpressionResolver.IsWindowOnly(part))
            {
                throw new AnalysisException($"'{ExpressionName.Of(part)}' is a window function: add Over(window).");
            }

            if (part is SortOrder)
            {
                throw new AnalysisException($"'{ExpressionName.Of(part)}' is an order, not a value: it belongs into OrderBy, Sort or a window.");
            }

            if (part.IsGenerator() && !ReferenceEquals(part, value))
            {
                throw new AnalysisException(string.Create(CultureInfo.InvariantCulture, $"'{ExpressionName.Of(part)}' makes several rows: select it as a column of its own first."));
            }
        }
    }
}
