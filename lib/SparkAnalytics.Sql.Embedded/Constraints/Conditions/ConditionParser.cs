using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Constraints.Conditions;

/// <summary>
/// Reads a condition in Spark SQL as the expression that <see cref="Column"/>'s operators make of the same, by the grammar of Spark 4.0 with ANSI on
/// (<c>SqlBaseParser.g4</c>: <c>booleanExpression</c>, <c>predicate</c>). What is not known is refused, never guessed.
/// </summary>
internal sealed partial class ConditionParser(string text) : TokenReader(text)
{
    /// <summary>Brackets, signs and NOT inside of each other: each takes some frames of the stack.</summary>
    private const int Deepest = 100;

    private int _depth;

    /// <summary>Reads a condition; its names are still open.</summary>
    /// <param name="text">The condition.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="UnsupportedConditionException">The text is no condition, or one with parts that are not known here.</exception>
    public static Expression Parse(string text)
    {
        var parser = new ConditionParser(text);
        var condition = parser.Or();
        return parser.Next.Kind == ConditionTokenKind.End ? condition : throw parser.Wrong("this is not known here");
    }

    private Expression Or()
    {
        var left = And();
        while (SkipWord("or"))
        {
            left = Call("or", left, And());
        }

        return left;
    }

    private Expression And()
    {
        var left = Not();
        while (SkipWord("and"))
        {
            left = Call("and", left, Not());
        }

        return left;
    }

    private Expression Not() => SkipAny("not", "!") is null ? Predicate() : Nested(() => Call("not", Not()));

    /// <summary>A value and at most one test of it: after a test only AND and OR can follow.</summary>
    private Expression Predicate()
    {
        var value = Comparison();
        if (SkipWord("is"))
        {
            return Negated(SkipWord("not"), IsTest(value));
        }

        var isNot = SkipWord("not");
        return SkipAny("between", "in", "like", "ilike", "rlike", "regexp") switch
        {
            "between" => Negated(isNot, Between(value)),
            "in" => Negated(isNot, In(value)),
            "like" => Negated(isNot, Like("like", value)),
            "ilike" => Negated(isNot, Like("ilike", value)),
            "rlike" or "regexp" => Negated(isNot, Call("rlike", value, Comparison())),
            _ => isNot ? throw Wrong("BETWEEN, IN or LIKE is missing after NOT") : value,
        };
    }

    private FunctionCall IsTest(Expression value)
    {
        switch (SkipAny("null", "unknown", "true", "false", "distinct"))
        {
            case "null" or "unknown":
                return Call("isnull", value);
            case "true":
                return Call("<=>", value, new Literal(true, new BooleanType()));
            case "false":
                return Call("<=>", value, new Literal(false, new BooleanType()));
            case "distinct":
                ExpectWord("from");
                return Call("not", Call("<=>", value, Comparison()));
            default:
                throw Wrong("NULL, TRUE, FALSE or DISTINCT FROM is missing after IS");
        }
    }

    private FunctionCall Between(Expression value)
    {
        var low = Comparison();
        ExpectWord("and");
        return Call("between", value, low, Comparison());
    }

    private FunctionCall In(Expression value)
    {
        ExpectSign("(");
        return new FunctionCall("in", [value, .. ListUntil(")")]);
    }

    private FunctionCall Like(string name, Expression value)
    {
        var pattern = Comparison();
        if (!SkipWord("escape"))
        {
            return Call(name, value, pattern);
        }

        return Next is { Kind: ConditionTokenKind.Text, Value.Length: 1 }
            ? Call(name, value, pattern, new Literal(Take().Value, new StringType()))
            : throw Wrong("ESCAPE wants one sign");
    }

    /// <summary>NOT of a test, in the words that <see cref="Column"/> has for it.</summary>
    private static Expression Negated(bool isNot, FunctionCall test) => (isNot, test) switch
    {
        (false, _) => test,
        (true, { Name: "isnull" }) => test with { Name = "isnotnull" },
        (true, { Name: "not" }) => test.Arguments[0],
        _ => Call("not", test),
    };

    /// <summary>One or more conditions by commas, with the sign behind them.</summary>
    private List<Expression> ListUntil(string end)
    {
        var items = new List<Expression>();
        do
        {
            items.Add(Nested(Or));
        }
        while (SkipSign(","));
        ExpectSign(end);
        return items;
    }

    private T Nested<T>(Func<T> read)
    {
        if (++_depth > Deepest)
        {
            throw Wrong("the condition is nested too deep");
        }

        var inner = read();
        _depth--;
        return inner;
    }

    private static FunctionCall Call(string name, params ReadOnlySpan<Expression> arguments) => new(name, [.. arguments]);
}
