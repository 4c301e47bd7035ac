namespace SparkAnalytics.Sql;

/// <summary>
/// Spark's built-in functions by Microsoft.Spark's names, for <c>using static SparkAnalytics.Sql.Functions</c>.
/// What those names do not reach is in <see cref="Extras"/>, or by <see cref="Call_UDF"/>.
/// </summary>
public static partial class Functions
{
    private static Column Call(string function, params ReadOnlySpan<object?> arguments) => Sql.Column.Call(function, arguments);
}
