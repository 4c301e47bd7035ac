using SparkAnalytics.Sql.Connect.Rows;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>Makes expressions of the protocol; what lowerings are written in.</summary>
internal static class Terms
{
    public static Proto.Expression Column(string name) => new() { UnresolvedAttribute = new() { UnparsedIdentifier = Quoted(name) } };

    public static Proto.Expression Text(string text) => new() { Literal = new() { String = text } };

    public static Proto.Expression Number(int number) => new() { Literal = new() { Integer = number } };

    public static Proto.Expression Number(long number) => new() { Literal = new() { Long = number } };

    public static Proto.Expression Truth(bool truth) => new() { Literal = new() { Boolean = truth } };

    public static Proto.Expression Null(DataType type) => new() { Literal = new() { Null = WireTypes.Of(type) } };

    public static Proto.Expression NullText() => Null(new StringType());

    public static Proto.Expression Call(string name, params IEnumerable<Proto.Expression> arguments)
    {
        var call = new Proto.Expression.Types.UnresolvedFunction { FunctionName = name };
        call.Arguments.AddRange(arguments);
        return new() { UnresolvedFunction = call };
    }

    /// <summary>A function that Spark has, but not under a name for users.</summary>
    public static Proto.Expression Internal(string name, params IEnumerable<Proto.Expression> arguments)
    {
        var call = Call(name, arguments);
        call.UnresolvedFunction.IsInternal = true;
        return call;
    }

    public static Proto.Expression When(params IEnumerable<Proto.Expression> conditionsAndValues) => Call("when", conditionsAndValues);

    public static Proto.Expression And(params IEnumerable<Proto.Expression> conditions) => conditions.Aggregate((left, right) => Call("and", left, right));

    public static Proto.Expression Or(params IEnumerable<Proto.Expression> conditions) => conditions.Aggregate((left, right) => Call("or", left, right));

    public static Proto.Expression Not(Proto.Expression condition) => Call("not", condition);

    public static Proto.Expression IsNull(Proto.Expression value) => Call("isnull", value);

    public static Proto.Expression IsNotNull(Proto.Expression value) => Call("isnotnull", value);

    public static Proto.Expression Equal(Proto.Expression left, Proto.Expression right) => Call("==", left, right);

    public static Proto.Expression Matches(Proto.Expression text, string javaPattern) => Call("rlike", text, Text(javaPattern));

    /// <summary>The first group of the first match; NULL where there is none. Unlike <c>nullif(regexp_extract(..), '')</c> it needs the text once.</summary>
    public static Proto.Expression FirstGroup(Proto.Expression text, string javaPattern) =>
        Call("get", Call("regexp_extract_all", text, Text(javaPattern), Number(1)), Number(0));

    public static Proto.Expression Item(Proto.Expression container, Proto.Expression key) => new() { UnresolvedExtractValue = new() { Child = container, Extraction = key } };

    public static Proto.Expression Cast(Proto.Expression value, DataType type, bool isTry = false) => new()
    {
        Cast = new()
        {
            Expr = value,
            Type = WireTypes.Of(type),
            EvalMode = isTry ? Proto.Expression.Types.Cast.Types.EvalMode.Try : Proto.Expression.Types.Cast.Types.EvalMode.Ansi,
        },
    };

    public static Proto.Expression Named(Proto.Expression value, string name) => new() { Alias = new() { Expr = value, Name = { name } } };

    /// <summary>A function of one or more parameters, which are handed to the body.</summary>
    public static Proto.Expression Lambda(Func<Proto.Expression, Proto.Expression> body) => Lambda(["x"], variables => body(variables[0]));

    public static Proto.Expression Lambda(Func<Proto.Expression, Proto.Expression, Proto.Expression> body) => Lambda(["x", "y"], variables => body(variables[0], variables[1]));

    public static string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static Proto.Expression Lambda(string[] names, Func<List<Proto.Expression>, Proto.Expression> body)
    {
        var variables = names.Select(name => new Proto.Expression.Types.UnresolvedNamedLambdaVariable { NameParts = { name } }).ToList();
        var lambda = new Proto.Expression.Types.LambdaFunction { Function = body(variables.ConvertAll(variable => new Proto.Expression { UnresolvedNamedLambdaVariable = variable })) };
        lambda.Arguments.AddRange(variables);
        return new() { LambdaFunction = lambda };
    }
}
