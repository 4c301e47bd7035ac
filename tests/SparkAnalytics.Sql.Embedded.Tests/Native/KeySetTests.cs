using System.Security.Cryptography;
using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Keys;

namespace SparkAnalytics.Sql.Embedded.Tests.Native;

public sealed class KeySetTests
{
    [Fact]
    public void Add_OfManyKeysOnTwoThreads_TellsEachOnceThatItIsNew()
    {
        string[] keys = [.. Enumerable.Range(0, 200_000).Select(Key), new('0', 32)];
        using var set = new KeySet();
        var found = 0;

        Parallel.For(0, 2, _ => Array.ForEach([.. keys.Chunk(2048)], chunk => Interlocked.Add(ref found, Add(set, chunk).Count(isFirst => isFirst))));

        Assert.Equal(200_001, found);
        Assert.Equal((200_001, 200_001), set.Counts);
        Assert.False(set.HasOthers);
    }

    [Theory]
    [InlineData("00000000000000010000000000000000", "00000000000000000000000000000001")]
    [InlineData("ffffffffffffffffffffffffffffffff", "fffffffffffffffffffffffffffffffe")]
    [InlineData("00000000000000000000000000000000", "10000000000000000000000000000000")]
    [InlineData("0123456789abcdef0123456789abcdef", "1032547698badcfe0123456789abcdef")]
    public void Add_OfKeysThatShareAHalf_KnowsThemApart(string one, string other)
    {
        using var set = new KeySet();

        Assert.Equal([true, true, false, false], Add(set, one, other, one, other));
        Assert.Equal((2, 2), set.Counts);
    }

    [Fact]
    public void TryRead_OfKeysThatDifferInOneDigit_GivesDifferentNumbers()
    {
        var digits = "0123456789abcdef";
        var keys = Enumerable.Range(0, 32).SelectMany(place => digits.Select(digit => $"{new string('0', place)}{digit}{new string('0', 31 - place)}")).Distinct().ToList();

        Assert.Equal(1 + (32 * 15), keys.Select(key => HexKey.TryRead(Encoding.UTF8.GetBytes(key), out var high, out var low) ? (high, low) : throw new InvalidOperationException(key)).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000g")]
    [InlineData("0000000000000000000000000000000A")]
    [InlineData("0000000000000000000000000000000/")]
    [InlineData("0000000000000000000000000000000:")]
    [InlineData("`0000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000é")]
    [InlineData("000000000000000000000000000000é")]
    public void TryRead_OfATextThatIsNoMd5_TellsSo(string key) => Assert.False(HexKey.TryRead(Encoding.UTF8.GetBytes(key), out _, out _));

    [Fact]
    public void Find_OfADisposedSet_Throws()
    {
        var set = new KeySet();
        Assert.Same(set, KeySet.Find(set.Id));

        set.Dispose();

        Assert.Throws<InvalidOperationException>(() => KeySet.Find(set.Id));
    }

    private static string Key(int number) => Convert.ToHexStringLower(MD5.HashData(BitConverter.GetBytes(number)));

    private static bool[] Add(KeySet set, params string[] keys)
    {
        var (high, low, isFirst) = (new ulong[keys.Length], new ulong[keys.Length], new byte[keys.Length]);
        foreach (var (index, key) in keys.Index())
        {
            Assert.True(HexKey.TryRead(Encoding.UTF8.GetBytes(key), out high[index], out low[index]));
        }

        set.Add(high, low, isFirst);
        return [.. isFirst.Select(first => first == 1)];
    }
}
