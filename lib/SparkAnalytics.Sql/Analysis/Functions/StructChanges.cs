using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Structures with members added, replaced or left out, built anew of their members; NULL stays NULL.</summary>
internal static class StructChanges
{
    /// <summary>A structure, a constant name, and the member's value.</summary>
    public static Expression WithField(ImmutableArray<Expression> arguments)
    {
        var name = (string)((Literal)arguments[1]).Value!;
        var members = Members(arguments[0]).Select(member => ColumnLookup.IsSameName(member.Name, name) ? (member.Name, arguments[2]) : member).ToList();
        return Rebuilt(arguments[0], members.Exists(member => ColumnLookup.IsSameName(member.Name, name)) ? members : [.. members, (name, arguments[2])]);
    }

    /// <summary>A structure and constant names.</summary>
    public static Expression DropFields(ImmutableArray<Expression> arguments)
    {
        var names = arguments.Skip(1).Select(name => (string)((Literal)name).Value!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = Members(arguments[0]).Where(member => !names.Contains(member.Name)).ToList();
        return kept.Count > 0 ? Rebuilt(arguments[0], kept) : throw new AnalysisException("DropFields cannot leave a structure without members.");
    }

    private static IEnumerable<(string Name, Expression Value)> Members(Expression structure) => structure.Type is StructType type
        ? type.Fields.Select(member => (member.Name, (Expression)MemberAccess.Bind(new FunctionCall("getitem", [structure, new Literal(member.Name, new StringType())]))))
        : throw new AnalysisException($"'{ExpressionName.Of(structure)}' must be a structure, but is {structure.Type.SimpleString}.");

    private static FunctionCall Rebuilt(Expression structure, IEnumerable<(string Name, Expression Value)> members) => new(
        "when",
        [
            new FunctionCall("isnotnull", [structure]),
            new FunctionCall("named_struct", [.. members.SelectMany(member => new[] { new Literal(member.Name, new StringType()), member.Value })]),
        ]);
}
