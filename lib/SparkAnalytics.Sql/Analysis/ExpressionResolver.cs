using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Looks up names and types of expressions over the columns of an input.</summary>
internal sealed class ExpressionResolver(IReadOnlyList<AttributeReference> columns)
{
    /// <summary>The expression with every name found and every node typed.</summary>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous, or a type does not fit.</exception>
    public Expression Resolve(Expression expression) => expression switch
    {
        UnresolvedColumn column => ColumnLookup.Find(columns, column.NameParts),
        AttributeReference column => ColumnLookup.Find(columns, column),
        UnresolvedStar => throw new AnalysisException("'*' stands for several columns; it can be used in a select or as an argument of count."),
        FunctionCall call => FunctionBinder.Bind(call with { Arguments = [.. call.Arguments.SelectMany(argument => Argument(call, argument)).Select(Resolve)] }),
        WindowExpression window => WindowResolver.Resolve(this, window),
        Cast cast => CastRules.Check(cast with { Child = WithoutAlias(Resolve(cast.Child)) }),
        _ => expression.MapChildren(Resolve),
    };

    /// <summary>As <see cref="Resolve"/>, for a condition.</summary>
    public Expression ResolveCondition(Expression condition, string where)
    {
        var resolved = WithoutAlias(Resolve(condition));
        if (!Coercion.IsImplicit(resolved.Type, new BooleanType()))
        {
            throw new AnalysisException($"{where} wants a boolean, but '{ExpressionName.Of(condition)}' is {resolved.Type.SimpleString}.");
        }

        foreach (var part in resolved.SelfAndBelow())
        {
            if (part is WindowExpression || part.IsAggregate() || part.IsGenerator() || IsWindowOnly(part))
            {
                throw new AnalysisException($"{where} cannot hold '{ExpressionName.Of(part)}': compute it as a column first.");
            }
        }

        return Coercion.To(resolved, new BooleanType());
    }

    /// <summary>The columns that a star stands for.</summary>
    public ImmutableArray<Expression> Expand(UnresolvedStar star)
    {
        if (star.Qualifier is not { } qualifier)
        {
            return [.. columns];
        }

        var found = columns.Where(column => string.Equals(column.Qualifier, qualifier, StringComparison.OrdinalIgnoreCase)).ToList<Expression>();
        if (found.Count > 0)
        {
            return [.. found];
        }

        return ColumnLookup.Find(columns, ColumnLookup.Parts(qualifier)) is { Type: StructType structure } container
            ? [.. structure.Fields.Select(member => (Expression)MemberAccess.Bind(new FunctionCall("getitem", [container, new Literal(member.Name, new StringType())])))]
            : throw new AnalysisException($"'{qualifier}.*' wants a table alias or a structure.");
    }

    /// <summary>The value of an alias.</summary>
    public static Expression WithoutAlias(Expression expression) => expression is Alias alias ? WithoutAlias(alias.Child) : expression;

    public static bool IsWindowOnly(Expression expression) =>
        expression is FunctionCall call && FunctionRegistry.Find(call.Name)?.Kind == FunctionKind.Window;

    private IEnumerable<Expression> Argument(FunctionCall call, Expression argument) => argument switch
    {
        UnresolvedStar when call.Name == "count" && !call.IsDistinct => [new Literal(1, new IntegerType())],
        UnresolvedStar star => Expand(star),
        _ => [argument],
    };
}
