using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <content>Columns and rows.</content>
public sealed partial class DataFrame
{
    /// <summary>The given columns; aggregates among them make one row of everything.</summary>
    /// <param name="columns">The columns.</param>
    /// <returns>The selected columns.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous, or a type does not fit.</exception>
    public DataFrame Select(params Column[] columns) => With(Projection.Select(Plan, columns));

    /// <summary>The given columns.</summary>
    /// <param name="column">A name.</param>
    /// <param name="columns">Further names.</param>
    /// <returns>The selected columns.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous.</exception>
    public DataFrame Select(string column, params string[] columns) => Select(Named(column, columns));

    /// <summary>The rows for which a condition is true.</summary>
    /// <param name="condition">A boolean.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">A name is unknown, or the condition is no boolean.</exception>
    public DataFrame Filter(Column condition) => With(new Filter(Plan, Resolver.ResolveCondition(condition.Expression, "A filter")));

    /// <inheritdoc cref="Filter(Column)"/>
    public DataFrame Where(Column condition) => Filter(condition);

    /// <summary>Adds a column, or replaces the one of that name in place.</summary>
    /// <param name="colName">Its name.</param>
    /// <param name="col">Its value.</param>
    /// <returns>All columns.</returns>
    /// <exception cref="AnalysisException">A name is unknown, or a type does not fit.</exception>
    public DataFrame WithColumn(string colName, Column col) => With(Projection.With(Plan, [KeyValuePair.Create(colName, col)]));

    /// <summary>Adds or replaces several columns at once; none sees another's new value. Not in Microsoft.Spark.</summary>
    /// <param name="columns">Names and values.</param>
    /// <returns>All columns.</returns>
    /// <exception cref="AnalysisException">A name is unknown or given twice, or a type does not fit.</exception>
    public DataFrame WithColumns(IEnumerable<KeyValuePair<string, Column>> columns)
    {
        var list = columns.ToList();
        var twice = list.GroupBy(column => column.Key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? With(Projection.With(Plan, list))
            : throw new AnalysisException($"The column '{twice.Key}' is given twice.");
    }

    /// <summary>Renames a column; nothing happens where there is none of that name, as in Spark.</summary>
    /// <param name="existingName">The present name.</param>
    /// <param name="newName">The new name.</param>
    /// <returns>All columns.</returns>
    public DataFrame WithColumnRenamed(string existingName, string newName) =>
        With(new Project(Plan, [.. Plan.Output.Select(column => ColumnLookup.IsSameName(column.Name, existingName) ? Projection.Make(newName, column) : Projection.Keep(column))]));

    /// <summary>All columns but some; names that are not there do not matter, as in Spark.</summary>
    /// <param name="colNames">The names.</param>
    /// <returns>The other columns.</returns>
    public DataFrame Drop(params string[] colNames) =>
        With(new Project(Plan, [.. Plan.Output.Where(column => !Array.Exists(colNames, name => ColumnLookup.IsSameName(column.Name, name))).Select(Projection.Keep)]));

    /// <summary>All columns but one.</summary>
    /// <param name="col">The column, e.g. <c>df["a"]</c>.</param>
    /// <returns>The other columns.</returns>
    public DataFrame Drop(Column col) => col.Expression is UnresolvedColumn { NameParts: [var name] }
        ? Drop(name)
        : Resolver.Resolve(col.Expression) is AttributeReference dropped
            ? With(new Project(Plan, [.. Plan.Output.Where(column => column.Id != dropped.Id).Select(Projection.Keep)]))
            : this;

    /// <summary>The same columns under new names.</summary>
    /// <param name="colNames">All names, in order.</param>
    /// <returns>The renamed columns.</returns>
    /// <exception cref="AnalysisException">There are more or fewer names than columns.</exception>
    public DataFrame ToDF(params string[] colNames) => colNames.Length == Plan.Output.Length
        ? With(new Project(Plan, [.. Plan.Output.Select((column, index) => Projection.Make(colNames[index], column))]))
        : throw new AnalysisException($"ToDF wants one name for each of the columns {string.Join(", ", Columns())}, but got: {string.Join(", ", colNames)}.");

    /// <summary>The same columns.</summary>
    /// <returns>This.</returns>
    public DataFrame ToDF() => this;

    /// <summary>Gives the rows an alias, for names like <c>alias.column</c>.</summary>
    /// <param name="alias">The alias.</param>
    /// <returns>The same rows.</returns>
    public DataFrame Alias(string alias) => With(new SubqueryAlias(Plan, alias));

    /// <inheritdoc cref="Alias"/>
    public DataFrame As(string alias) => Alias(alias);

    /// <summary>The first rows.</summary>
    /// <param name="n">How many.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">The number is negative.</exception>
    public DataFrame Limit(int n) => n >= 0
        ? With(new Limit(Plan, n))
        : throw new AnalysisException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Limit wants 0 or more rows, not {n}."));

    /// <summary>Each different row once.</summary>
    /// <returns>The rows.</returns>
    public DataFrame Distinct() => With(new Deduplicate(Plan, Plan.Output));

    /// <inheritdoc cref="Distinct"/>
    public DataFrame DropDuplicates() => Distinct();

    /// <summary>One row for each combination of some columns; which one is open.</summary>
    /// <param name="col">A column.</param>
    /// <param name="cols">Further columns.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous.</exception>
    public DataFrame DropDuplicates(string col, params string[] cols) =>
        With(new Deduplicate(Plan, [.. cols.Prepend(col).Select(name => ColumnLookup.Find(Plan.Output, ColumnLookup.Parts(name)) as AttributeReference
            ?? throw new AnalysisException($"DropDuplicates wants columns; '{name}' is a member inside one: select it as a column first."))]));

    internal static Column[] Named(string first, string[] others) => [.. others.Prepend(first).Select(Functions.Col)];
}
