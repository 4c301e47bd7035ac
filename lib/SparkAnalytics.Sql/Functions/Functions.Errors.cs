namespace SparkAnalytics.Sql;

/// <content>NULL, choice, bits, hashes and errors.</content>
public static partial class Functions
{
    /// <summary>An error when the plan runs.</summary>
    /// <param name="errMsg">The message.</param>
    /// <returns>The value.</returns>
    public static Column RaiseError(Column errMsg) => Call("raise_error", errMsg);

    /// <summary>Advises that a DataFrame is small enough to be sent to every worker.</summary>
    /// <param name="df">The rows.</param>
    /// <returns>The same rows.</returns>
    public static DataFrame Broadcast(DataFrame df) => df.Hint("broadcast");
}
