using System.Globalization;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Embedded.TextTypes;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Constraints;

/// <summary>What is wrong with a row, in the words of Delta on Spark (<c>DeltaInvariantViolationException</c>) on one line; a value that is missing comes with the row.</summary>
internal static class ConstraintSql
{
    /// <summary>An expression over DuckDB's columns that is NULL where a row may be written, else the text of what it violates first; null where the table takes every row.</summary>
    /// <param name="table">The table, for messages.</param>
    /// <param name="metadata">Its schema and properties.</param>
    /// <param name="columns">All columns of the table, by their names in the schema, as the rows to write have them.</param>
    /// <param name="compiler">Knows these columns.</param>
    /// <param name="also">Conditions besides the table's own.</param>
    /// <exception cref="UnsupportedTableFeatureException">A condition is not understood, or this engine cannot compute it.</exception>
    public static string? Violation(string table, TableMetadata metadata, IReadOnlyList<AttributeReference> columns, IExpressionCompiler compiler, params IReadOnlyList<TableConstraint> also)
    {
        var branches = also.Concat(TableConstraints.Of(table, metadata)).Select(constraint => Branch(table, constraint, columns, compiler))
            .Concat(RequiredValue.Of(metadata.Schema).Select(required => Branch(required, columns, compiler)))
            .Concat(metadata.Schema.Fields.Select(field => (Field: field, Limits: TextLimits.Of(field))).Where(limited => limited.Limits is not null).Select(limited => Branch(limited.Field, limited.Limits!, columns, compiler)))
            .ToList();
        return branches.Count == 0 ? null : $"(CASE {string.Join(' ', branches)} END)";
    }

    private static string Branch(string table, TableConstraint constraint, IReadOnlyList<AttributeReference> columns, IExpressionCompiler compiler)
    {
        var condition = constraint.Bind(table, columns);
        try
        {
            var text = constraint.Text.ReplaceLineEndings(" ");
            var name = constraint.Feature == TableConstraint.Invariants ? $"EXPRESSION({text})" : constraint.Name;
            var values = Used(condition).DistinctBy(used => used.Name, StringComparer.OrdinalIgnoreCase).OrderBy(used => used.Name, StringComparer.Ordinal).Select(used => Named(used.Name, used.Value, compiler));
            return $"WHEN ({compiler.Compile(condition)}) IS NOT TRUE THEN {SqlText.Text($"CHECK constraint {name} ({text}) violated by row with values:")}{string.Concat(values)}";
        }
        catch (AnalysisException error)
        {
            throw TableConstraint.NotUnderstood(table, constraint.Feature, constraint.Name, constraint.Text, error);
        }
    }

    private static string Branch(RequiredValue required, IReadOnlyList<AttributeReference> columns, IExpressionCompiler compiler)
    {
        var column = columns.First(column => column.Name.Equals(required.Path[0].Name, StringComparison.OrdinalIgnoreCase));
        var values = columns.Where(one => one.DataType is not (ArrayType or MapType or StructType)).Select(one => Named(one.Name, one, compiler)).ToList();
        var row = values.Count == 0 ? string.Empty : $" || ' Row:'{string.Concat(values)}";
        return $"WHEN {RequiredValueSql.IsMissing(required, compiler.Compile(column))} THEN {SqlText.Text($"NOT NULL constraint violated for column: {required.Name}.")}{row}";
    }

    private static string Branch(DeltaField field, TextLimits limits, IReadOnlyList<AttributeReference> columns, IExpressionCompiler compiler)
    {
        var value = compiler.Compile(columns.First(column => column.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase)));
        var message = limits.Length is { } length
            ? $"{SqlText.Text("Value \"")} || {value} || {SqlText.Text(string.Create(CultureInfo.InvariantCulture, $"\" exceeds char/varchar type length limitation. Failed check: (({field.Name} IS NULL) OR (length({field.Name}) <= {length}))."))}"
            : SqlText.Text($"A value in the column {field.Name} exceeds char/varchar type length limitation: {field.LimitedType}.");
        return $"WHEN {TextLimitSql.IsTooLong(limits, field.Type, value)} THEN {message}";
    }

    private static string Named(string name, Expression value, IExpressionCompiler compiler) => $" || {SqlText.Text($" - {name} : ")} || coalesce({AsText(value, compiler)}, 'null')";

    /// <summary>The columns that a condition uses; of a struct, the members that it uses.</summary>
    private static IEnumerable<(string Name, Expression Value)> Used(Expression expression) => PathOf(expression) is { } name
        ? [(name, expression)]
        : expression.Children.SelectMany(Used);

    private static string? PathOf(Expression expression) => expression switch
    {
        AttributeReference column => column.Name,
        FunctionCall { Name: "getitem", Arguments: [{ Type: StructType } structure, Literal { Value: string member }] } => PathOf(structure) is { } path ? $"{path}.{member}" : null,
        _ => null,
    };

    private static string AsText(Expression value, IExpressionCompiler compiler) => compiler.Compile(value.Type is BinaryType
        ? new FunctionCall("hex", [value]) { ResultType = new StringType() }
        : new Cast(value, new StringType()));
}
