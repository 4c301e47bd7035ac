using System.Collections.Frozen;
using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>
/// Every function and operator that a plan can hold, one line each. Names that only say the same in other words (<c>nvl</c>, <c>mean</c>, <c>nullif</c>)
/// are rewritten before (see <see cref="Synonyms"/>), so an engine needs an answer for <see cref="All"/> and no more.
/// </summary>
public static partial class FunctionRegistry
{
    private static readonly FrozenDictionary<string, FunctionDefinition> s_byName =
        Operators().Concat(Texts()).Concat(Numbers()).Concat(Times()).Concat(Collections()).Concat(Documents()).Concat(Ours()).Concat(Aggregates()).Concat(Windows())
            .ToFrozenDictionary(definition => definition.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All functions, by name.</summary>
    public static ImmutableArray<FunctionDefinition> All { get; } = [.. s_byName.Values.OrderBy(definition => definition.Name, StringComparer.Ordinal)];

    /// <summary>Those of <see cref="All"/> that Spark does not have; each has a <see cref="FunctionDefinition.Contract"/>, which an engine must keep.</summary>
    public static ImmutableArray<FunctionDefinition> Own { get; } = [.. All.Where(definition => definition.IsOwn)];

    /// <summary>Names of Spark that stand for others: those of <see cref="All"/>, or an expression of them.</summary>
    public static ImmutableArray<string> Synonyms => [.. FunctionRewrites.Names];

    /// <summary>A function by name.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    /// <returns>The function, or null where there is none.</returns>
    public static FunctionDefinition? Find(string name) => s_byName.GetValueOrDefault(name);

    private static FunctionDefinition Scalar(string name, string shape, Func<FunctionCall, DataType> result) =>
        Define(name, FunctionKind.Scalar, shape, result);

    private static FunctionDefinition Aggregate(string name, string shape, Func<FunctionCall, DataType> result) =>
        Define(name, FunctionKind.Aggregate, shape, result);

    private static FunctionDefinition Define(string name, FunctionKind kind, string shape, Func<FunctionCall, DataType> result)
    {
        var signature = new Signature(shape);
        return new FunctionDefinition(name, kind, signature.MinArity, signature.MaxArity)
        {
            Shape = shape,
            Bind = call =>
            {
                var coerced = call with { Arguments = signature.Coerce(call) };
                return coerced with { ResultType = result(coerced) };
            },
        };
    }

    private static FunctionDefinition Special(string name, string shape, Func<FunctionCall, FunctionCall> bind)
    {
        var signature = new Signature(shape);
        return new FunctionDefinition(name, FunctionKind.Scalar, signature.MinArity, signature.MaxArity) { Shape = shape, Bind = bind };
    }

    private static FunctionDefinition NeverNull(FunctionDefinition definition) => definition with { IsNeverNull = true };
}
