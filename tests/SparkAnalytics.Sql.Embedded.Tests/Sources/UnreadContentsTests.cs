using System.Text;
using SparkAnalytics.Sql.Behaviour;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Sources;

/// <summary>Whole files as rows, of which the contents are asked for only where a plan uses them.</summary>
public sealed class UnreadContentsTests : IDisposable
{
    private const string Reader = "read_blob";

    private readonly TemporaryFolder _folder = new();
    private readonly SparkSession _spark = SparkSession.Create(new EmbeddedEngine());

    public UnreadContentsTests()
    {
        _folder.Write("a.bin", "one");
        _folder.Write("b.bin", "three");
    }

    private DataFrame Files => _spark.Read().Format("binaryFile").Load(_folder["*.bin"]);

    public void Dispose()
    {
        _spark.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Select_OfNamesAndLengths_AsksForNoContent()
    {
        var files = Files.Select("path", "length");

        Assert.DoesNotContain(Reader, _spark.Engine.Explain(files.Plan), StringComparison.Ordinal);
        Assert.Equal([3L, 5L], files.OrderBy("path").Collect().Select(row => row.GetAs<long>(1)));
    }

    [Fact]
    public void Select_OfSomethingComputedFromContents_AsksForThem()
    {
        var files = Files.Select(Col("path"), Md5(Col("content")).As("md5"));

        Assert.Contains(Reader, _spark.Engine.Explain(files.Plan), StringComparison.Ordinal);
        Assert.Equal(
            ["f97c5d29941bfb1b2fdab0874906ab82", "35d6d33467aae9a2e3dccb4b6b027878"],
            files.OrderBy("path").Collect().Select(row => row.GetAs<string>(1)));
    }

    [Fact]
    public void Collect_WithoutASelection_GivesContents() =>
        Assert.Equal(["one", "three"], Files.OrderBy("path").Collect().Select(row => Encoding.UTF8.GetString(row.GetAs<byte[]>("content"))));
}
