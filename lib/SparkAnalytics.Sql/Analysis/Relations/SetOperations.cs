using System.Globalization;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Makes unions, intersections and differences: both sides are brought to the same types first.</summary>
internal static class SetOperations
{
    public static Relation ByPosition(SetOperationKind kind, Relation left, Relation right, bool isAll)
    {
        if (left.Output.Length != right.Output.Length)
        {
            throw new AnalysisException(string.Create(CultureInfo.InvariantCulture, $"{kind} wants as many columns on both sides, but the left has {left.Output.Length} ({Names(left)}) and the right {right.Output.Length} ({Names(right)})."));
        }

        var types = left.Output.Zip(right.Output, (one, two) => Coercion.Common(one.DataType, two.DataType) ?? throw new AnalysisException(
            $"{kind}: the column '{one.Name}' is {one.DataType.SimpleString} on the left, but '{two.Name}' is {two.DataType.SimpleString} on the right.")).ToList();
        var columns = left.Output.Zip(right.Output, (one, two) => one.IsNullable || (kind == SetOperationKind.Union && two.IsNullable))
            .Select((nullable, index) => AttributeReference.Create(left.Output[index].Name, types[index], nullable));
        return new SetOperation(kind, Converted(left, types), Converted(right, types), isAll, [.. columns]);
    }

    public static Relation UnionByName(Relation left, Relation right, bool allowMissing)
    {
        CheckNames(left);
        CheckNames(right);
        var missingLeft = right.Output.Where(column => Find(left, column.Name) is null).ToList();
        var missingRight = left.Output.Where(column => Find(right, column.Name) is null).ToList();
        if (!allowMissing && missingLeft.Concat(missingRight).FirstOrDefault() is { } missing)
        {
            var lacking = missingLeft.Count > 0 ? left : right;
            throw new AnalysisException($"UnionByName: one side has no column '{missing.Name}'; it has: {NearestNames.List(missing.Name, lacking.Output.Select(column => column.Name))}. Pass allowMissingColumns to fill it with NULL.");
        }

        var one = missingLeft.Count == 0 ? left : new Project(left, [.. left.Output.Select(Projection.Keep), .. missingLeft.Select(Null)]);
        var inOrder = one.Output.Select(column => Find(right, column.Name) is { } found ? Projection.Keep(found) : Null(column)).ToList();
        return ByPosition(SetOperationKind.Union, one, new Project(right, [.. inOrder]), true);
    }

    private static NamedExpression Null(AttributeReference column) => Projection.Make(column.Name, new Literal(null, column.DataType));

    private static AttributeReference? Find(Relation side, string name) => side.Output.FirstOrDefault(column => ColumnLookup.IsSameName(column.Name, name));

    private static void CheckNames(Relation side)
    {
        if (side.Output.GroupBy(column => column.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new AnalysisException($"UnionByName: one side has the column '{twice.Key}' more than once.");
        }
    }

    private static Relation Converted(Relation side, List<DataType> types) =>
        side.Output.Zip(types).All(pair => pair.First.DataType.IsSameAs(pair.Second))
            ? side
            : new Project(side, [.. side.Output.Select((column, index) => column.DataType.IsSameAs(types[index]) ? Projection.Keep(column) : Projection.Make(column.Name, Coercion.To(column, types[index])))]);

    private static string Names(Relation side) => string.Join(", ", side.Output.Select(column => column.Name));
}
