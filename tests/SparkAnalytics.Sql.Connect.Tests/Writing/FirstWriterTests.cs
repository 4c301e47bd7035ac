using SparkAnalytics.Sql.Connect.Tests.Support;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Connect.Tests.Writing;

/// <summary>Of many who make a Delta table at once, one has made it; the lock of a lakehouse rests on that.</summary>
public sealed class FirstWriterTests(SparkFixture engine) : IClassFixture<SparkFixture>
{
    [Fact]
    public void Save_OfANewTableByManyAtOnce_IsWonByOne()
    {
        using var folder = engine.NewFolder();
        var path = folder["lock"];
        List<SparkSession> sessions = [.. Enumerable.Range(0, 4).Select(_ => SparkSession.Create(SparkFixture.NewEngine()))];
        var failures = new System.Collections.Concurrent.ConcurrentBag<Exception>();

        Parallel.ForEach(sessions, new ParallelOptions { MaxDegreeOfParallelism = sessions.Count }, session =>
        {
            if (Record.Exception(() => session.Range(1).Write().Format("delta").Mode(SaveMode.ErrorIfExists).Save(path)) is { } failure)
            {
                failures.Add(failure);
            }
        });
        sessions.ForEach(session => session.Stop());

        Assert.Equal(3, failures.Count);
        Assert.All(failures, failure => Assert.True(failure is AnalysisException or QueryExecutionException { Kind: QueryErrorKind.Conflict or QueryErrorKind.BadInput }, $"{failure}"));
        Assert.Equal(1, engine.Spark.Read().Format("delta").Load(path).Count());
    }
}
