using System.Collections.Frozen;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Constraints.Conditions;

/// <content>Values without operators (<c>primaryExpression</c>).</content>
internal sealed partial class ConditionParser
{
    /// <summary>Words that are no columns without backticks here. Spark takes some of them as names where nothing else fits; that is not guessed.</summary>
    private static readonly FrozenSet<string> s_keywords = FrozenSet.ToFrozenSet(
    [
        "all", "and", "any", "as", "between", "case", "cast", "distinct", "div", "else", "end", "escape", "exists", "from", "ilike", "in", "interval",
        "is", "like", "not", "or", "over", "regexp", "rlike", "select", "some", "then", "try_cast", "when",
    ],
        StringComparer.OrdinalIgnoreCase);

    private Expression Primary()
    {
        var token = Take();
        return token.Kind switch
        {
            ConditionTokenKind.Number => Number(token, token.Value),
            ConditionTokenKind.Text => Texts(token.Value),
            ConditionTokenKind.Name => Named(token),
            ConditionTokenKind.Word => OfWord(token),
            ConditionTokenKind.Sign when token.Value == "-" => Number(token, "-" + Take().Value),
            ConditionTokenKind.Sign when token.Value == "(" => InBrackets(),
            _ => throw Wrong(token, "a value is missing"),
        };
    }

    private Expression OfWord(ConditionToken token)
    {
        var word = token.Value.ToLowerInvariant();
        return word switch
        {
            "true" or "false" => new Literal(word == "true", new BooleanType()),
            "null" => new Literal(null, new NullType()),
            "case" => Nested(Case),
            "cast" or "try_cast" when Next.IsSign("(") => Nested(() => CastCall(word == "try_cast")),
            _ when s_keywords.Contains(word) => throw Wrong(token, "a value is missing"),
            _ when Next.Kind == ConditionTokenKind.Text => Constant(token, word),
            _ => Named(token),
        };
    }

    private Expression Named(ConditionToken token)
    {
        if (!SkipSign("("))
        {
            return new UnresolvedColumn([token.Value]);
        }

        var arguments = SkipSign(")") ? [] : ListUntil(")");
        return FunctionNames.Call(token.Value, [.. arguments]) ?? throw Wrong(token, "this function is not known here, or not in this form");
    }

    private Expression InBrackets()
    {
        var inner = Nested(Or);
        ExpectSign(")");
        return inner;
    }

    private Literal Number(ConditionToken token, string written) =>
        ConstantReader.Number(written) ?? throw Wrong(token, "this number does not fit its type, or has more than 28 digits");

    /// <summary>Texts side by side are one text.</summary>
    private Literal Texts(string first)
    {
        while (Next.Kind == ConditionTokenKind.Text)
        {
            first += Take().Value;
        }

        return new Literal(first, new StringType());
    }

    private Literal Constant(ConditionToken type, string word)
    {
        var text = Take();
        return word switch
        {
            "date" => ConstantReader.Date(text.Value),
            "timestamp" or "timestamp_ltz" => ConstantReader.Instant(text.Value),
            "timestamp_ntz" => ConstantReader.LocalTime(text.Value),
            "x" => ConstantReader.Bytes(text.Value),
            _ => throw Wrong(type, "constants of this type are not known"),
        }
        ?? throw Wrong(text, $"this is no {word} in a form that is known here");
    }

    private FunctionCall Case()
    {
        var subject = Next.IsWord("when") ? null : Or();
        var arguments = new List<Expression>();
        while (SkipWord("when"))
        {
            var condition = Or();
            ExpectWord("then");
            arguments.Add(subject is null ? condition : Call("==", subject, condition));
            arguments.Add(Or());
        }

        if (arguments.Count == 0)
        {
            throw Wrong("WHEN is missing");
        }

        if (SkipWord("else"))
        {
            arguments.Add(Or());
        }

        ExpectWord("end");
        return new FunctionCall("when", [.. arguments]);
    }

    private Cast CastCall(bool isTry)
    {
        ExpectSign("(");
        var value = Or();
        ExpectWord("as");
        var type = ReadType();
        ExpectSign(")");
        return new Cast(value, type, isTry);
    }

    private DataType ReadType()
    {
        var first = Take();
        var end = first.End;
        for (var depth = 0; depth > 0 || Next.IsSign("(") || Next.IsSign("<"); end = Take().End)
        {
            depth += Next.Value switch { "(" or "<" => 1, ")" or ">" => -1, ">>" => -2, ">>>" => -3, _ => 0 };
            if (Next.Kind == ConditionTokenKind.End)
            {
                throw Wrong("the type does not end");
            }
        }

        try
        {
            return DataTypeParser.ParseType(Written(first.Start, end));
        }
        catch (AnalysisException)
        {
            throw Wrong(first, "this type is not known");
        }
    }
}
