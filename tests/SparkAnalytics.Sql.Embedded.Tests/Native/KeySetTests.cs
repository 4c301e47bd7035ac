using System.Security.Cryptography;
using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Keys;

namespace SparkAnalytics.Sql.Embedded.Tests.Native;

public sealed class KeySetTests
{
    [Fact]
    public void Add_OfManyKeysOnTwoThreads_TellsEachOnceThatItIsNew()
    {
        byte[][] keys = [.. Enumerable.Range(0, 200_000).Select(Key), new string('0', 32).Select(sign => (byte)sign).ToArray()];
        using var set = new KeySet();
        var found = 0;

        Parallel.For(0, 2, _ => Interlocked.Add(ref found, keys.Count(key => set.Add(key))));

        Assert.Equal(200_001, found);
        Assert.Equal((200_001, 200_001), set.Counts);
        Assert.False(set.HasOthers);
    }

    [Theory]
    [InlineData("00000000000000010000000000000000", "00000000000000000000000000000001")]
    [InlineData("ffffffffffffffffffffffffffffffff", "fffffffffffffffffffffffffffffffe")]
    [InlineData("00000000000000000000000000000000", "10000000000000000000000000000000")]
    public void Add_OfKeysThatShareAHalf_KnowsThemApart(string one, string other)
    {
        using var set = new KeySet();

        Assert.Equal([true, true, false, false], new[] { one, other, one, other }.Select(key => set.Add(Encoding.UTF8.GetBytes(key))));
        Assert.Equal((2, 2), set.Counts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000g")]
    [InlineData("0000000000000000000000000000000A")]
    public void Add_OfATextThatIsNoMd5_TellsThatItIsBeyond(string key)
    {
        using var set = new KeySet();

        Assert.True(set.Add(Encoding.UTF8.GetBytes(key)));
        Assert.True(set.Add(Encoding.UTF8.GetBytes(key)));

        Assert.True(set.HasOthers);
        Assert.Equal((0, 0), set.Counts);
    }

    [Fact]
    public void Find_OfADisposedSet_Throws()
    {
        var set = new KeySet();
        Assert.Same(set, KeySet.Find(set.Id));

        set.Dispose();

        Assert.Throws<InvalidOperationException>(() => KeySet.Find(set.Id));
    }

    private static byte[] Key(int number) => Encoding.UTF8.GetBytes(Convert.ToHexStringLower(MD5.HashData(BitConverter.GetBytes(number))));
}
