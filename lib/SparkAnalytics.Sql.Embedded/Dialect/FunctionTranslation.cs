namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Gives the SQL of one call.</summary>
/// <param name="call">The call.</param>
/// <returns>An SQL expression that can stand anywhere.</returns>
internal delegate string FunctionTranslation(CallSql call);
