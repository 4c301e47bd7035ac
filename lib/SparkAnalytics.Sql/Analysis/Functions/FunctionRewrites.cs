using System.Collections.Frozen;
using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Functions that are others in other words; arguments are typed already.</summary>
internal static class FunctionRewrites
{
    private static readonly FrozenDictionary<string, Func<ImmutableArray<Expression>, Expression>> s_expressions = new Dictionary<string, Func<ImmutableArray<Expression>, Expression>>
    {
        ["nullif"] = arguments => Call("when", Call("==", arguments[0], arguments[1]), new Literal(null, arguments[0].Type), arguments[0]),
        ["nvl2"] = arguments => Call("when", Call("isnotnull", arguments[0]), arguments[1], arguments[2]),
        ["if"] = arguments => Call("when", arguments[0], arguments[1], arguments[2]),
        ["count_if"] = arguments => Call("count", Call("when", arguments[0], new Literal(true, new BooleanType()))),
        ["typeof"] = arguments => new Literal(arguments[0].Type.SimpleString, new StringType()),
        ["double"] = arguments => new Cast(arguments[0], new DoubleType()),
        ["struct"] = Structure,
        ["with_field"] = StructChanges.WithField,
        ["drop_fields"] = StructChanges.DropFields,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> s_arity = new Dictionary<string, int> { ["nullif"] = 2, ["nvl2"] = 3, ["if"] = 3, ["count_if"] = 1, ["typeof"] = 1, ["double"] = 1 }
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => FunctionSynonyms.ByName.Keys.Concat(s_expressions.Keys).Order(StringComparer.Ordinal);

    /// <summary>The function that a name stands for; the name itself, in lower case, where it stands for none.</summary>
    public static string Canonical(string name) => FunctionSynonyms.ByName.GetValueOrDefault(name) ?? name.ToLowerInvariant();

    /// <summary>The expression that a call stands for, still to be bound; null where it is none.</summary>
    public static Expression? Expand(FunctionCall call)
    {
        if (!s_expressions.TryGetValue(call.Name, out var expand))
        {
            return null;
        }

        return s_arity.TryGetValue(call.Name, out var arity) && arity != call.Arguments.Length
            ? throw new AnalysisException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{call.Name} takes {Counted.Of(arity, "argument", "arguments")}, not {call.Arguments.Length}."))
            : expand(call.Arguments);
    }

    /// <summary>Arguments that Spark's functions have defaults for, so that engines always see all of them.</summary>
    public static FunctionCall WithDefaults(FunctionCall call)
    {
        Expression no = new Literal(false, new BooleanType());
        Expression[] defaults = call.Name switch
        {
            "lag" or "lead" => [new Literal(1, new IntegerType()), new Literal(null, new NullType()), no],
            "first" or "last" => [no],
            "nth_value" => [new Literal(1, new IntegerType()), no],
            "regexp_extract" or "regexp_extract_all" => [new Literal(string.Empty, new StringType()), new Literal(1, new IntegerType())],
            "unix_timestamp" when call.Arguments.IsEmpty => [new FunctionCall("current_timestamp", []) { ResultType = new TimestampType(), IsNullable = false }],
            _ => [],
        };
        var given = call.Name == "unix_timestamp" ? 0 : call.Arguments.Length - 1;
        return given < 0 || given >= defaults.Length ? call : call with { Arguments = [.. call.Arguments, .. defaults.Skip(given)] };
    }

    private static Expression Structure(ImmutableArray<Expression> members) => new FunctionCall("named_struct", [.. members.SelectMany((member, index) =>
    {
        var name = member switch
        {
            Alias alias => alias.Name,
            AttributeReference column => column.Name,
            FunctionCall { Name: "getitem", Arguments: [_, Literal { Value: string inner }] } => inner,
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"col{index + 1}"),
        };
        return new[] { new Literal(name, new StringType()), member is Alias named ? named.Child : member };
    })]);

    private static FunctionCall Call(string name, params ReadOnlySpan<Expression> arguments) => new(name, [.. arguments]);
}
