using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Embedded.Dialect.Translations;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Operators, conditions and access to members.</summary>
internal static class Operators
{
    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["+"] = call => Arithmetic.Plain(call, "+"),
        ["-"] = call => Arithmetic.Plain(call, "-"),
        ["*"] = call => Arithmetic.Plain(call, "*"),
        ["/"] = call => Arithmetic.Divide(call, isTry: false),
        ["%"] = call => Arithmetic.OrZeroError(call, Arithmetic.Remainder(call)),
        ["div"] = call => Arithmetic.OrZeroError(call, Arithmetic.WholeQuotient(call)),
        ["pmod"] = call => Arithmetic.OrZeroError(call, Arithmetic.PositiveRemainder(call)),
        ["try_add"] = call => Arithmetic.Try(call, "+"),
        ["try_subtract"] = call => Arithmetic.Try(call, "-"),
        ["try_multiply"] = call => Arithmetic.Try(call, "*"),
        ["try_divide"] = call => Arithmetic.Divide(call, isTry: true),
        ["negative"] = Template("(-{0})"),
        ["=="] = Template("({0} = {1})"),
        ["!="] = Template("({0} <> {1})"),
        ["<"] = Template("({0} < {1})"),
        ["<="] = Template("({0} <= {1})"),
        [">"] = Template("({0} > {1})"),
        [">="] = Template("({0} >= {1})"),
        ["<=>"] = Template("({0} IS NOT DISTINCT FROM {1})"),
        ["between"] = Template("({0} BETWEEN {1} AND {2})"),
        ["in"] = In,
        ["and"] = Template("({0} AND {1})"),
        ["or"] = Template("({0} OR {1})"),
        ["not"] = Template("(NOT {0})"),
        ["isnull"] = Template("({0} IS NULL)"),
        ["isnotnull"] = Template("({0} IS NOT NULL)"),
        ["isnan"] = Template("coalesce(isnan({0}), FALSE)"),
        ["&"] = Typed("{0} & {1}"),
        ["|"] = Typed("{0} | {1}"),
        ["^"] = Typed("xor({0}, {1})"),
        ["~"] = Typed("~{0}"),
        ["shiftleft"] = call => call.Typed($"spark_shift_left({Bits(call)}, {call[1]}, {Width(call)})"),
        ["shiftright"] = call => call.Typed($"{call[0]} >> ({call[1]} & {Width(call)})"),
        ["shiftrightunsigned"] = call => call.Typed($"spark_shift_right_unsigned({Bits(call)}, {call[1]}, {Width(call)})"),
        ["when"] = Case,
        ["coalesce"] = Same("coalesce"),
        ["nanvl"] = Template("(CASE WHEN isnan({0}) THEN {1} ELSE {0} END)"),
        ["greatest"] = Same("greatest"),
        ["least"] = Same("least"),
        ["getitem"] = Item,
        ["element_at"] = call => Element(call, isTry: false),
        ["try_element_at"] = call => Element(call, isTry: true),
        ["named_struct"] = call => $"struct_pack({string.Join(", ", Enumerable.Range(0, call.Count / 2).Select(index => $"{SqlText.Name(call.Constant(index * 2))} := {call[(index * 2) + 1]}"))})",
    };

    /// <summary>DuckDB turns a long IN over constants into a join, which costs more than a look through a list and keeps columns that nobody reads.</summary>
    private static string In(CallSql call)
    {
        if (call.Count == 1)
        {
            return $"(CASE WHEN {call[0]} IS NOT NULL THEN FALSE END)";
        }

        var areConstants = Enumerable.Range(1, call.Count - 1).All(index => call.Argument(index) is Plans.Literal { Value: not null });
        return areConstants && call.Count > 3
            ? $"(CASE WHEN {call[0]} IS NOT NULL THEN list_contains([{Rest(call, 1)}], {call[0]}) END)"
            : $"({call[0]} IN ({Rest(call, 1)}))";
    }

    private static string Rest(CallSql call, int from) => string.Join(", ", Enumerable.Range(from, call.Count - from).Select(index => call[index]));

    private static string Case(CallSql call)
    {
        var branches = Enumerable.Range(0, call.Count / 2).Select(index => $" WHEN {call[index * 2]} THEN {call[(index * 2) + 1]}");
        var otherwise = call.Count % 2 == 1 ? $" ELSE {call[call.Count - 1]}" : string.Empty;
        return $"(CASE{string.Concat(branches)}{otherwise} END)";
    }

    private static string Item(CallSql call) => call.Type(0) switch
    {
        StructType => $"{call[0]}[{SqlText.Text(call.Constant(1))}]",
        MapType => $"{call[0]}[{call[1]}]",
        _ => $"spark_array_item({call[0]}, CAST({call[1]} AS BIGINT))",
    };

    private static string Element(CallSql call, bool isTry) => call.Type(0) is MapType
        ? $"{call[0]}[{call[1]}]"
        : $"{(isTry ? "spark_try_element_at" : "spark_element_at")}({call[0]}, {call[1]})";

    private static string Bits(CallSql call) => call.Type(0) is LongType ? call[0] : $"CAST({call[0]} AS INTEGER)";

    private static string Width(CallSql call) => call.Type(0) is LongType ? "63" : "31";
}
