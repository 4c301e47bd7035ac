namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>The server's own stack of a failure; shown with <c>--verbose</c> only.</summary>
internal sealed class ServerStackException(string stack, Exception inner) : Exception(stack, inner);
