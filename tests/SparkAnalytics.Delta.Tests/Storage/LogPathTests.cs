using CsCheck;

namespace SparkAnalytics.Delta.Tests;

public sealed class LogPathTests
{
    [Theory]
    [InlineData("part-1.parquet", "/t/part-1.parquet")]
    [InlineData("letter=%252F%252520%2525f/part-1.parquet", "/t/letter=%2F%2520%25f/part-1.parquet")]
    [InlineData("p=a%20b+c/x", "/t/p=a b+c/x")]
    [InlineData("data=😈/x", "/t/data=😈/x")]
    [InlineData("/elsewhere/a%20b", "/elsewhere/a b")]
    [InlineData("file:/elsewhere/x", "/elsewhere/x")]
    [InlineData("file:///elsewhere/x", "/elsewhere/x")]
    [InlineData("file://localhost/elsewhere/x", "/elsewhere/x")]
    [InlineData("file:/C:/tables/x", "C:/tables/x")]
    [InlineData("s3://bucket/a%20b", "s3://bucket/a%20b")]
    public void Decode_OfLogPath_GivesPlainPath(string path, string expected) => Assert.Equal(expected, LogPath.Decode("/t", path));

    [Theory]
    [InlineData("/t/part-1.parquet", "part-1.parquet")]
    [InlineData("/t/a b/c%20d", "a%20b/c%2520d")]
    [InlineData("/t/#?[x]:😈+\u0001", "%23%3F%5Bx%5D%3A😈+%01")]
    [InlineData("/t/a\u0085\u00A0\u2028b", "a%C2%85%C2%A0%E2%80%A8b")]
    [InlineData("/tables/x y", "file:///tables/x%20y")]
    public void Encode_OfPlainPath_GivesLogPathThatDecodesBack(string path, string expected)
    {
        Assert.Equal(expected, LogPath.Encode("/t", path));
        Assert.Equal(path, LogPath.Decode("/t", expected));
    }

    [Fact]
    public void Encode_OfAnyName_DecodesBack() =>
        Gen.Char.Where(character => !char.IsSurrogate(character) && character != '/').Array[1, 12].Sample(characters =>
        {
            var path = "/t/" + new string(characters);
            Assert.Equal(path, LogPath.Decode("/t", LogPath.Encode("/t", path)));
        });

    [Fact]
    public void Latest_WhenRemoveSpellsAnAbsolutePathInAnotherWay_MatchesTheAdd()
    {
        using var table = new TableFolder();
        table.WriteCommit(
            0,
            """{"protocol":{"minReaderVersion":1,"minWriterVersion":2}}""",
            """{"metaData":{"id":"1","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[]}","partitionColumns":[],"configuration":{}}}""",
            """{"add":{"path":"file:/elsewhere/a%20b","partitionValues":{},"size":1,"modificationTime":1,"dataChange":true}}""");
        table.WriteCommit(1, """{"remove":{"path":"/elsewhere/a%20b","deletionTimestamp":5,"dataChange":true}}""");

        Assert.Equal("/elsewhere/a b", Assert.Single(table.Log.At(0).Files).Path);
        Assert.Empty(table.Log.Latest().Files);
    }
}
