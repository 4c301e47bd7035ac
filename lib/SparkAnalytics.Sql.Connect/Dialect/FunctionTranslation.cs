using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>A call of the plan in the protocol's form.</summary>
internal delegate Proto.Expression FunctionTranslation(CallTerms call);
