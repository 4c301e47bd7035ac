using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Constraints.Conditions;

/// <content>Operators between values (<c>valueExpression</c>), the loosest first; all of one line bind to the left.</content>
internal sealed partial class ConditionParser
{
    private Expression Comparison() => Binary(BitOr, "<=>", "==", "=", "!=", "<>", "<=", ">=", "<", ">");

    private Expression BitOr() => Binary(Xor, "|");

    private Expression Xor() => Binary(BitAnd, "^");

    private Expression BitAnd() => Binary(Shift, "&");

    private Expression Shift() => Binary(Sum, "<<", ">>>", ">>");

    private Expression Sum() => Binary(Product, "+", "-", "||");

    private Expression Product() => Binary(Unary, "*", "/", "%", "div");

    private Expression Binary(Func<Expression> operand, params ReadOnlySpan<string> operators)
    {
        var left = operand();
        while (SkipAny(operators) is { } found)
        {
            left = Call(NameOf(found), left, operand());
        }

        return left;
    }

    private Expression Unary()
    {
        if (Next.IsSign("-") && AfterNext.Kind != ConditionTokenKind.Number)
        {
            Take();
            return Call("negative", Nested(Unary));
        }

        if (SkipSign("~"))
        {
            return Call("~", Nested(Unary));
        }

        var plus = Next;
        if (!SkipSign("+"))
        {
            return WithMembers(Primary());
        }

        return Nested(Unary) is Literal { Value: not (null or string) } number ? number : throw Wrong(plus, "a plus sign is known before a number only");
    }

    /// <summary>What may follow a value: a member, a subscript, a type to cast to.</summary>
    private Expression WithMembers(Expression value)
    {
        while (SkipAny(".", "[", "::") is { } found)
        {
            value = found switch
            {
                "." => Member(value),
                "[" => Subscript(value),
                _ => new Cast(value, ReadType()),
            };
        }

        return value;
    }

    private Expression Member(Expression value)
    {
        var name = Next.Kind is ConditionTokenKind.Word or ConditionTokenKind.Name ? Take().Value : throw Wrong("a name is missing after the point");
        if (Next.IsSign("("))
        {
            throw Wrong("functions of a schema are not known");
        }

        return value is UnresolvedColumn column
            ? new UnresolvedColumn([.. column.NameParts, name])
            : Call("getitem", value, new Literal(name, new Types.StringType()));
    }

    private FunctionCall Subscript(Expression value)
    {
        var key = Nested(Comparison);
        ExpectSign("]");
        return Call("getitem", value, key);
    }

    private static string NameOf(string sign) => sign switch
    {
        "=" => "==",
        "<>" => "!=",
        "||" => "concat",
        "<<" => "shiftleft",
        ">>" => "shiftright",
        ">>>" => "shiftrightunsigned",
        _ => sign,
    };
}
