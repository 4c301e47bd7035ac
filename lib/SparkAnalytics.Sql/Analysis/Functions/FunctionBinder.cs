using System.Globalization;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Turns a call with typed arguments into one that an engine can run: canonical name, all arguments, types brought together.</summary>
internal static class FunctionBinder
{
    /// <exception cref="AnalysisException">There is no such function, or the arguments do not fit it.</exception>
    public static Expression Bind(FunctionCall call)
    {
        if (FunctionRewrites.Expand(call) is { } expanded)
        {
            return BindAgain(expanded);
        }

        var named = FunctionRewrites.WithDefaults(call with { Name = FunctionRewrites.Canonical(call.Name), Arguments = [.. call.Arguments.Select(WithoutAlias)] });
        var definition = FunctionRegistry.Find(named.Name) ?? throw new AnalysisException(
            $"There is no function '{call.Name}'; near to it: {NearestNames.List(call.Name, FunctionRegistry.All.Select(function => function.Name).Concat(FunctionRewrites.Names), 5)}.");
        if (named.Arguments.Length < definition.MinArity || named.Arguments.Length > definition.MaxArity)
        {
            throw new AnalysisException(string.Create(CultureInfo.InvariantCulture, $"{call.Name} takes {Arity(definition)}, not {call.Arguments.Length}: {definition.Name}({definition.Shape})."));
        }

        if (named.IsDistinct && definition.Kind != FunctionKind.Aggregate)
        {
            throw new AnalysisException($"{call.Name} is no aggregate, so it cannot be over distinct values.");
        }

        var bound = definition.Bind(named);
        return definition.IsNeverNull ? bound with { IsNullable = false } : bound;
    }

    private static Expression BindAgain(Expression expression) => expression switch
    {
        FunctionCall { ResultType: null } call => Bind((FunctionCall)call.MapChildren(BindAgain)),
        _ => expression,
    };

    private static Expression WithoutAlias(Expression argument) => argument is Alias alias ? alias.Child : argument;

    private static string Arity(FunctionDefinition definition) => definition switch
    {
        { MaxArity: int.MaxValue } => string.Create(CultureInfo.InvariantCulture, $"{definition.MinArity} or more arguments"),
        _ when definition.MinArity == definition.MaxArity => Counted.Of(definition.MinArity, "argument", "arguments"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{definition.MinArity} to {definition.MaxArity} arguments"),
    };
}
