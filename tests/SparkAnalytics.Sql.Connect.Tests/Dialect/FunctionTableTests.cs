using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Connect.Compiler;

namespace SparkAnalytics.Sql.Connect.Tests.Dialect;

/// <summary>The engine Spark has an answer for each function that a plan may hold, and for no other; it needs no server to be told.</summary>
public sealed class FunctionTableTests
{
    [Fact]
    public void Names_OfTheTable_AreThoseOfTheRegistry() =>
        Assert.Equal(FunctionRegistry.All.Select(function => function.Name).Order(StringComparer.Ordinal), FunctionTable.Names.Order(StringComparer.Ordinal));
}
