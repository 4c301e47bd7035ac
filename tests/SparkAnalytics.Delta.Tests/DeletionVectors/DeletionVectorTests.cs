using System.Buffers.Binary;

namespace SparkAnalytics.Delta.Tests;

public sealed class DeletionVectorTests
{
    private static readonly DeletionVectorReader Reader = new(new LocalFileStore(), "/table");

    [Fact]
    public void Read_WhenInline_GivesTheProtocolsExample() =>
        Assert.Equal([3, 4, 7, 11, 18, 29], Reader.Read(new("i", "^Bg9^0rr910000000000iXQKl0rr91000f55c8Xg0@@D72lkbi5=-{L", null, 44, 6)));

    [Fact]
    public void FilePath_WhenRelative_DecodesPrefixAndIdentifier()
    {
        Assert.Equal("/table/ab/deletion_vector_d2c639aa-8816-431a-aaf6-d3fe2512ff61.bin", Reader.FilePath(new("u", "ab^-aqEH.-t@S}K{vb[*k^", 4, 40, 6)));
        Assert.Equal("/table/deletion_vector_d2c639aa-8816-431a-aaf6-d3fe2512ff61.bin", Reader.FilePath(new("u", "^-aqEH.-t@S}K{vb[*k^", 4, 40, 6)));
        Assert.Equal("/other/dv 1.bin", Reader.FilePath(new("p", "file:/other/dv%201.bin", 4, 40, 6)));
    }

    [Fact]
    public void ReadVector_WithRunContainer_GivesTheRuns()
    {
        // One bitmap with key 0; run cookie for one container, run flag, key 2 with 5 values, one container so no offsets, runs 10..12 and 65534..65535.
        byte[] bytes =
        [
            0xD1, 0xD3, 0x39, 0x64, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0x3B, 0x30, 0, 0, 1, 2, 0, 4, 0, 2, 0, 10, 0, 2, 0, 0xFE, 0xFF, 1, 0,
        ];

        Assert.Equal([131082, 131083, 131084, 196606, 196607], RoaringReader.ReadVector(bytes));
    }

    [Fact]
    public void ReadVector_WithSecondBitmapOfArrayAndBits_GivesRowsAbove32Bits()
    {
        var bits = new byte[8192];
        Array.Fill(bits, (byte)0xFF, 0, 625);
        byte[] bytes =
        [
            0xD1, 0xD3, 0x39, 0x64, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0,
            0x3A, 0x30, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0x87, 0x13, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 9, 0, .. bits,
        ];

        var rows = RoaringReader.ReadVector(bytes);

        Assert.Equal(5002, rows.Count);
        Assert.Equal([12884901893, 12884901897, 12884967424], rows.Take(3));
        Assert.Equal(12884967424 + 4999, rows[^1]);
    }

    [Theory]
    [InlineData("", 0, "")]
    [InlineData("size", 7, "bytes instead of")]
    [InlineData("content", 20, "checksum")]
    [InlineData("checksum", 55, "checksum")]
    public void Read_FromFile_ChecksSizeAndChecksum(string damaged, int position, string problem)
    {
        var folder = Directory.CreateTempSubdirectory("delta-").FullName;
        try
        {
            var content = Z85.Decode("^Bg9^0rr910000000000iXQKl0rr91000f55c8Xg0@@D72lkbi5=-{L");
            var file = new byte[1 + 3 + 4 + 44 + 4];
            file[0] = 1;
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4), 44);
            content.CopyTo(file, 8);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(52), Crc32.Of(content));
            if (damaged.Length > 0)
            {
                file[position] ^= 0x40;
            }

            var path = folder + "/vector.bin";
            File.WriteAllBytes(path, file);
            var vector = new DeletionVectorDescriptor("p", path, 4, 44, 6);

            if (damaged.Length == 0)
            {
                Assert.Equal([3, 4, 7, 11, 18, 29], Reader.Read(vector));
                _ = Assert.Throws<CorruptTableException>(() => Reader.Read(vector with { Cardinality = 7 }));
            }
            else
            {
                Assert.Contains(problem, Assert.Throws<CorruptTableException>(() => Reader.Read(vector)).Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Crc32_OfCheckText_IsThePublishedValue() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));

    [Fact]
    public void Z85_OfPublishedExample_IsItsBytes() =>
        Assert.Equal(new byte[] { 0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B }, Z85.Decode("HelloWorld"));
}
