using SparkAnalytics.Sql.Embedded.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Relations;

/// <summary>Messages of this engine say what to do instead.</summary>
public sealed class ErrorMessageTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public void Division_ByZero_NamesTheWayOut() => Assert.Equal("Division by zero; use TryDivide to get NULL instead.", Message(Lit(1) / Col("id")));

    [Fact]
    public void Cast_OfBadText_NamesTheWayOut() =>
        Assert.Equal("The value '12.0' cannot be converted to INT; use TryCast or the try_ function to get NULL instead.", Message(Concat(Lit("12."), Col("id").Cast("string")).Cast("int")));

    private string Message(Column column) => Assert.Throws<QueryExecutionException>(() => engine.Spark.Range(1).Select(column).Collect().ToList()).Message;
}
