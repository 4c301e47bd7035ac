using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>One function that plans can hold, by Spark's name where Spark has it.</summary>
/// <param name="Name">The SQL name in lower case, or the operator's sign.</param>
/// <param name="Kind">Where it may stand.</param>
/// <param name="MinArity">The fewest arguments that a call in a plan has.</param>
/// <param name="MaxArity">The most; <see cref="int.MaxValue"/> without limit.</param>
public sealed record FunctionDefinition(string Name, FunctionKind Kind, int MinArity, int MaxArity)
{
    /// <summary>What the arguments are, for people and for engines: <c>text, pattern, group</c>.</summary>
    public string Shape { get; init; } = "";

    /// <summary>What a function of ours gives, for what input, and when NULL; null for Spark's functions, of which Spark's documentation tells it.</summary>
    public string? Contract { get; init; }

    /// <summary>Whether the function is ours and Spark has none of that name.</summary>
    public bool IsOwn => Contract is not null;

    /// <summary>Brings typed arguments to the types the function wants, and tells the type of the result.</summary>
    internal Func<FunctionCall, FunctionCall> Bind { get; init; } = call => call;

    /// <summary>Whether the result is never NULL.</summary>
    internal bool IsNeverNull { get; init; }
}

/// <summary>Where a function may stand.</summary>
public enum FunctionKind
{
    /// <summary>One value for one row.</summary>
    Scalar,

    /// <summary>One value for a group or a window.</summary>
    Aggregate,

    /// <summary>Only over a window.</summary>
    Window,

    /// <summary>Several rows for one, at the top of a select only.</summary>
    Generator,
}
