using System.Globalization;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>
/// Generators of several columns, made of what engines know: <c>explode</c> of an array, whose structures a second projection takes apart.
/// </summary>
internal static class Generators
{
    private static readonly HashSet<string> s_several = ["posexplode", "posexplode_outer", "inline", "inline_outer", "explode", "explode_outer"];

    /// <summary>The items that a column stands for: stars and <c>json_tuple</c> are several.</summary>
    public static IEnumerable<SelectItem> Expand(ExpressionResolver resolver, Column column)
    {
        var item = SelectItem.Of(column.Expression);
        return item.Written switch
        {
            UnresolvedStar star => resolver.Expand(star).Select(SelectItem.Of),
            FunctionCall { Name: "json_tuple", Arguments: [var json, .. var paths] } => paths.Select((path, index) => new SelectItem(
                new FunctionCall("get_json_object", [json, new Literal($"$['{((Literal)path).Value}']", new StringType())]),
                column.Names.IsEmpty ? string.Create(CultureInfo.InvariantCulture, $"c{index}") : column.Names[index])),
            FunctionCall call when s_several.Contains(call.Name) => [Generator(resolver, call, item.Name, column.Names)],
            _ => [item],
        };
    }

    /// <summary>The projection, and a second one where a generator's structure is taken apart.</summary>
    public static Relation Project(Relation input, List<SelectItem> items, List<NamedExpression> named)
    {
        if (named.Count(item => item.Value.IsGenerator()) > 1)
        {
            throw new AnalysisException("A select can hold one generator (explode) only; select the second one from the result of the first.");
        }

        var project = new Project(input, [.. named]);
        return items.TrueForAll(item => item.Members is null)
            ? project
            : new Project(project, [.. named.SelectMany((column, index) => items[index].Members is { } members ? Members(column.Output, members) : [Projection.Keep(column.Output)])]);
    }

    private static SelectItem Generator(ExpressionResolver resolver, FunctionCall call, string? name, IReadOnlyList<string> names)
    {
        var argument = resolver.Resolve(call.Arguments[0]);
        var outer = call.Name.EndsWith("_outer", StringComparison.Ordinal);
        var isPositional = call.Name.StartsWith("pos", StringComparison.Ordinal);
        var isInline = call.Name.StartsWith("inline", StringComparison.Ordinal);
        if (argument.Type is MapType)
        {
            argument = FunctionBinder.Bind(new FunctionCall("map_entries", [argument]));
        }
        else if (!isPositional && !isInline)
        {
            return new SelectItem(Explode(argument, outer), name ?? (names.Count == 1 ? names[0] : "col"));
        }

        IReadOnlyList<string> members = call.Arguments[0] is { } written && resolver.Resolve(written).Type is MapType ? ["key", "value"]
            : isInline && argument.Type is ArrayType { ElementType: StructType structure } ? [.. structure.Fields.Select(member => member.Name)]
            : ["col"];
        members = names.Count > 0 ? [.. names.Skip(isPositional ? 1 : 0)] : members;
        var generated = isPositional ? WithPositions(argument) : argument;
        return new SelectItem(Explode(generated, outer), "generated", isPositional ? [names.Count > 0 ? names[0] : "pos", .. members] : members);
    }

    private static FunctionCall Explode(Expression array, bool outer) => new(outer ? "explode_outer" : "explode", [array]);

    /// <summary>The array's elements beside their positions from 0; NULL for an empty array, which gives no row, or one of NULL for the outer form.</summary>
    private static FunctionCall WithPositions(Expression array)
    {
        Expression size = new FunctionCall("size", [array]);
        Expression one = new Literal(1, new IntegerType());
        var positions = new FunctionCall("sequence", [new Literal(0, new IntegerType()), new FunctionCall("-", [size, one])]);
        return new FunctionCall("when", [new FunctionCall(">=", [size, one]), new FunctionCall("arrays_zip", [positions, array])]);
    }

    private static IEnumerable<NamedExpression> Members(AttributeReference generated, IReadOnlyList<string> names)
    {
        var paths = ((StructType)generated.DataType).Fields.SelectMany((member, index) =>
            member.DataType is StructType inner && names.Count > ((StructType)generated.DataType).Fields.Count
                ? inner.Fields.Select(part => Member(Member(generated, member.Name), part.Name))
                : [Member(generated, member.Name)]).ToList();
        return paths.Count == names.Count
            ? paths.Zip(names, (path, name) => Projection.Make(name, path))
            : throw new AnalysisException(string.Create(CultureInfo.InvariantCulture, $"The generator makes {Counted.Of(paths.Count, "column", "columns")}, but {Counted.Of(names.Count, "name was", "names were")} given."));
    }

    private static FunctionCall Member(Expression structure, string name) =>
        MemberAccess.Bind(new FunctionCall("getitem", [structure, new Literal(name, new StringType())]));
}
