using SparkAnalytics.EndToEnd.Tests.Spark;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(SparkFirst))]

namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>What takes longest begins first: tests on Spark wait for the server most of the time, and others fill the processors meanwhile.</summary>
public sealed class SparkFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderByDescending(collection => collection.TestCollectionDisplayName.Contains("Spark.Same", StringComparison.Ordinal) || collection.TestCollectionDisplayName == "Spark")];
}
