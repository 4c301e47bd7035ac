using System.Text;

namespace SparkAnalytics.Delta.Tests;

public sealed class DeletionVectorWriterTests
{
    [Fact]
    public void Write_WhenSmall_GivesTheProtocolsExampleInline()
    {
        using var table = new TableFolder();

        var vector = Writer(table).Write([3, 4, 7, 11, 18, 29]);

        Assert.Equal(new DeletionVectorDescriptor("i", "^Bg9^0rr910000000000iXQKl0rr91000f55c8Xg0@@D72lkbi5=-{L", null, 44, 6), vector);
        Assert.Empty(Directory.GetFiles(table.Path));
    }

    [Fact]
    public void WriteVector_OfTwoBitmapsAndContainers_LaysThemOutByTheFormat()
    {
        // Magic, two bitmaps; key 0 with containers 0 (rows 1, 3) and 2 (row 2 * 65536 + 5); key 1 with container 0 (row 2^32).
        byte[] expected =
        [
            0xD1, 0xD3, 0x39, 0x64, 2, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0x3A, 0x30, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 24, 0, 0, 0, 28, 0, 0, 0, 1, 0, 3, 0, 5, 0,
            1, 0, 0, 0, 0x3A, 0x30, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0,
        ];

        Assert.Equal(expected, RoaringWriter.WriteVector([1, 3, 131077, 4294967296]));
    }

    [Theory]
    [InlineData(4096, 16 + 16 + (4096 * 2))]
    [InlineData(4097, 16 + 16 + 8192)]
    public void WriteVector_AboveFourThousandNinetySixRowsOfAContainer_WritesBits(int rows, int bytes)
    {
        // 4097 rows at steps of 15 stay below 65536, so there is one container. Before it: header and key 16, cookie to offset 16.
        var numbers = Enumerable.Range(0, rows).Select(row => row * 15L).ToArray();

        var vector = RoaringWriter.WriteVector(numbers);

        Assert.Equal(bytes, vector.Length);
        Assert.Equal(numbers, RoaringReader.ReadVector(vector));
    }

    [Fact]
    public void WriteVector_WithFullContainersAndFarRows_ReadsBackTheSame()
    {
        long[] rows = [.. Enumerable.Range(65536, 65536), 200_000, .. Enumerable.Range(1_000_000, 5_000), (7L << 32) + 65535, (7L << 32) + 65536, (1L << 45) + 1];

        Assert.Equal(rows, RoaringReader.ReadVector(RoaringWriter.WriteVector(rows)));
    }

    [Fact]
    public void WriteVector_WithoutRows_IsEmpty() =>
        Assert.Equal([0xD1, 0xD3, 0x39, 0x64, 0, 0, 0, 0, 0, 0, 0, 0], RoaringWriter.WriteVector([]));

    [Theory]
    [InlineData(-1, 0, "Row -1")]
    [InlineData(5, 5, "Row 5 follows row 5")]
    [InlineData(5, 4, "Row 4 follows row 5")]
    public void WriteVector_WhenRowsDoNotRise_NamesThem(long first, long second, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => RoaringWriter.WriteVector([first, second])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(496, false)]
    [InlineData(497, true)]
    public void Write_AboveOneKibibyte_UsesAFile(int rows, bool inFile)
    {
        // 12 bytes of header, key 4, cookie and count 8, descriptor 4, offset 4: 32, and two for each row.
        using var table = new TableFolder();
        var writer = Writer(table);
        long[] numbers = [.. Enumerable.Range(0, rows).Select(row => row * 2L)];

        var vector = writer.Write(numbers);

        Assert.Equal((inFile ? "u" : "i", inFile ? 1 : null, 32 + (rows * 2), rows), (vector.StorageType, vector.Offset, vector.SizeInBytes, vector.Cardinality));
        Assert.Equal(numbers, new DeletionVectorReader(table.Store, table.Path).Read(vector));
        Assert.Equal(inFile ? 1 : 0, Directory.GetFiles(table.Path).Length);
        writer.Discard();
        Assert.Empty(Directory.GetFiles(table.Path));
    }

    [Fact]
    public void Write_ToAFile_FramesTheVectorWithVersionSizeAndChecksum()
    {
        using var table = new TableFolder();
        long[] numbers = [.. Enumerable.Range(0, 500)];

        var vector = Writer(table).Write(numbers);

        var path = Assert.Single(Directory.GetFiles(table.Path));
        var content = File.ReadAllBytes(path);
        var data = RoaringWriter.WriteVector(numbers);
        var sum = Crc32.Of(data);
        byte[] expected = [1, 0, 0, 0x04, 0x08, .. data, (byte)(sum >> 24), (byte)(sum >> 16), (byte)(sum >> 8), (byte)sum];
        Assert.Equal(expected, content);
        Assert.Equal((1032, 20), (vector.SizeInBytes, vector.PathOrInline.Length));
        var identifier = new Guid(Z85.Decode(vector.PathOrInline), bigEndian: true);
        Assert.Equal($"deletion_vector_{identifier}.bin", Path.GetFileName(path));
    }

    [Fact]
    public void Z85_OfPublishedExample_IsItsText()
    {
        Assert.Equal("HelloWorld", Z85.Encode([0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B]));
        Assert.Equal("^-aqEH.-t@S}K{vb[*k^", Z85.Encode(new Guid("d2c639aa-8816-431a-aaf6-d3fe2512ff61").ToByteArray(bigEndian: true)));
        Assert.Equal(Encoding.ASCII.GetBytes("abc\0"), Z85.Decode(Z85.Encode("abc"u8)));
    }

    private static DeletionVectorWriter Writer(TableFolder table) => new(table.Store, table.Path);
}
