using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Native.Hashing;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Native;

/// <summary>The digests are those of the runtime's MD5, for each number of texts at once; vectors wider than the processor's are computed in parts.</summary>
public sealed class Md5VectorsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Compute_OfAllLengths_IsMd5(int lanes) => AssertMd5([.. Enumerable.Range(0, 300).Select(Text)], lanes);

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Compute_OfLongTextsAmongShortOnes_IsMd5(int lanes) =>
        AssertMd5([.. new[] { 4_087, 0, 4_088, 5, 3_000_001, 55, 56, 4_086, 64, 70_000, 4_096 }.Select(Text)], lanes);

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Compute_OfManyTextsOfAnyLengths_IsMd5(int lanes) =>
        AssertMd5([.. Enumerable.Range(0, 2048).Select(number => Text(number * 7_919 % 1_013))], lanes);

    [Fact]
    public void Compute_OfNoTexts_DoesNothing() => AssertMd5([], Md5Vectors.Lanes);

    [Fact]
    public void Md5_OfRowsOfSeveralVectors_IsThatOfEachText()
    {
        using var session = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { Threads = 2 }));
        using var folder = new TemporaryFolder();
        var signs = Call_UDF("substring", Repeat(Lit("\u00e4\u20ac\U0001F600x"), 60), Lit(1), (Col("id") % 203).Cast("int"));
        session.Range(300_000).Select(When((Col("id") % 7) != 0, Concat(Col("id").Cast("string"), signs)).As("text")).Write().Parquet(folder["texts"]);

        var rows = session.Read().Parquet(folder["texts"]).Select(Col("text"), Md5(Col("text"))).Collect().ToList();

        Assert.Equal(300_000, rows.Count);
        Assert.True(rows.TrueForAll(row => (string?)row[1] == (row[0] is string text ? Hex(Encoding.UTF8.GetBytes(text)) : null)));
    }

    [Fact]
    public void Md5_OfBytes_IsThatOfTheSameText()
    {
        using var session = SparkSession.Create(new EmbeddedEngine());
        var text = Col("id").Cast("string");

        Assert.All(session.Range(3000).Select(Md5(text), Md5(text.Cast("binary"))).Collect(), row => Assert.Equal(row.GetAs<string>(1), row.GetAs<string>(0)));
    }

    private static byte[] Text(int length) => [.. Enumerable.Range(0, length).Select(index => (byte)((index * 31) + length))];

    private static string Hex(byte[] text) => Convert.ToHexStringLower(MD5.HashData(text));

    private static unsafe void AssertMd5(byte[][] texts, int lanes)
    {
        List<GCHandle> pins = [.. texts.Select(text => GCHandle.Alloc(text, GCHandleType.Pinned))];
        nint[] places = [.. pins.Select(pin => pin.AddrOfPinnedObject())];
        var digests = new byte[texts.Length * MD5.HashSizeInBytes];
        fixed (nint* place = places)
        {
            fixed (byte* digest = digests)
            {
                Md5Vectors.Compute((byte**)place, [.. texts.Select(text => text.Length)], digest, lanes);
            }
        }

        pins.ForEach(pin => pin.Free());
        Assert.Equal(texts.Select(Hex), digests.Chunk(MD5.HashSizeInBytes).Select(Convert.ToHexStringLower));
    }
}
