using System.Globalization;
using SparkAnalytics.Sql.Connect.Dialect;

namespace SparkAnalytics.Models.MicrosoftSpark;

/// <summary>
/// What the models use beyond Microsoft.Spark's Functions, by Microsoft.Spark's names and functions that Spark 3.5 has. These files name no namespace of DataFrames: compiled against
/// our own library too, a test compares each function with the one of the same name there, on Spark.
/// </summary>
internal static partial class Extras
{
    private const string Plain = "(?:[0-9]+[.]?[0-9]*|[.][0-9]+)";

    /// <summary>A number, or one that is not 0 with an exponent of at most three digits: on others the cast fails, or asks for memory without end.</summary>
    private const string Number = $@"^[+-]?(?:{Plain}|(?=[0-9.]*[1-9]){Plain}[eE][+-]?[0-9]{{1,3}})\z";

    /// <summary>An instant, or a decimal of a text that is a number; NULL where a value does not fit.</summary>
    /// <param name="column">The text, without white space at its ends.</param>
    /// <param name="to"><c>timestamp</c>, or <c>decimal(p,s)</c> of at most 30 digits before the point and its scale together.</param>
    /// <exception cref="ArgumentException">The models convert to nothing else.</exception>
    public static Column TryCast(Column column, string to) => to switch
    {
        "timestamp" => Call_UDF("try_to_timestamp", column),
        _ when to.Split('(', ',', ')') is ["decimal", var precision, var scale, ""] => TryDecimal(column, to, int.Parse(precision, CultureInfo.InvariantCulture), scale),
        _ => throw new ArgumentException($"There is no form of TryCast to {to} on Microsoft.Spark; write one, or cast to timestamp or decimal(p,s).", nameof(to)),
    };

    /// <summary>A length of time as a constant, down to microseconds.</summary>
    /// <param name="length">The length.</param>
    public static Column Interval(TimeSpan length)
    {
        var seconds = length.Ticks / TimeSpan.TicksPerMicrosecond / 1_000_000m;
        return Call_UDF("make_dt_interval", Lit(0), Lit(0), Lit(0), Lit(seconds.ToString(CultureInfo.InvariantCulture)).Cast("decimal(18,6)"));
    }

    /// <summary>The number, from 1, of the first pattern that is found in a text; 0 where none is, NULL of NULL.</summary>
    /// <param name="text">The text.</param>
    /// <param name="patterns">Regular expressions; at least one.</param>
    public static Column FirstMatch(Column text, params string[] patterns) => patterns.Index()
        .Aggregate(When(text.IsNull(), Lit(null).Cast("int")), (before, pattern) => before.When(text.RLike(JavaPatterns.Translate(pattern.Item)), pattern.Index + 1))
        .Otherwise(0);

    /// <summary>Each cast is asked only of what the condition before it leaves: a text beyond the range would end the job where casts are strict.</summary>
    private static Column TryDecimal(Column text, string to, int precision, string scale)
    {
        var wide = $"decimal(38,{scale})";
        var limit = $"1{new string('0', precision - int.Parse(scale, CultureInfo.InvariantCulture))}";
        var isInRange = Abs(text.Cast(wide)) < Lit(limit).Cast(wide);
        var isNearRange = Abs(text.Cast("double")) < 10 * double.Parse(limit, CultureInfo.InvariantCulture);
        return When(text.RLike(Number), When(isNearRange, When(isInRange, text.Cast(to))));
    }
}
