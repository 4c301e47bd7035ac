using SparkAnalytics.Sql.Embedded.Parquet;

namespace SparkAnalytics.Sql.Embedded.Tests.Parquet;

public sealed class ThriftTests
{
    /// <summary>Written by hand from the compact protocol: field 1 = true, 2 = false, 3 = byte -2, 20 = 64-bit 300, 21 = "ab", 22 = [1, -1], 23 = {1: 5}, 24 = [true, false], 25 = 1.5.</summary>
    private static readonly byte[] s_struct =
    [
        0x11, 0x12, 0x13, 0xFE, 0x06, 40, 0xD8, 0x04, 0x18, 2, (byte)'a', (byte)'b', 0x19, 0x25, 2, 1, 0x1C, 0x15, 10, 0, 0x19, 0x21, 1, 2, 0x17, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F, 0,
    ];

    [Fact]
    public void Read_OfAStructure_GivesItsFields()
    {
        var reader = new ThriftReader(s_struct);

        var found = reader.Struct();

        Assert.Equal(s_struct.Length, reader.Position);
        Assert.Equal([1, 2, 3, 20, 21, 22, 23, 24, 25], found.Fields.Keys);
        Assert.Equal((1L, 0L, -2L, 300L, "ab"), (found.Fields[1].Value, found.Fields[2].Value, found.Long(3), found.Long(20), found.Text(21)));
        Assert.Equal([1L, -1L], found.List(22));
        Assert.Equal(5, found.Struct(23).Long(1));
        Assert.Null(found.TryLong(21));
    }

    [Fact]
    public void Write_OfWhatWasRead_GivesTheSameBytes()
    {
        var writer = new ThriftWriter();

        writer.Struct(new ThriftReader(s_struct).Struct());

        Assert.Equal(s_struct, writer.Written.ToArray());
    }

    [Fact]
    public void Write_OfALongList_IsReadBack()
    {
        var structure = new ThriftStruct();
        structure.Fields[1] = new ThriftField(ThriftType.List, new ThriftList(ThriftType.Long, [.. Enumerable.Range(0, 40).Select(number => (object)(long.MinValue + number))]));
        var writer = new ThriftWriter();

        writer.Struct(structure);

        Assert.Equal(structure.List(1), new ThriftReader(writer.Written).Struct().List(1));
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0x15 })]
    [InlineData(new byte[] { 0x18, 0x05, 1 })]
    [InlineData(new byte[] { 0x19, 0xF5, 0xFF, 0xFF, 0xFF, 0x07, 0 })]
    [InlineData(new byte[] { 0x1B, 0 })]
    [InlineData(new byte[] { 0x16, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0 })]
    public void Read_OfDamagedBytes_Throws(byte[] bytes) => Assert.Throws<InvalidDataException>(() => new ThriftReader(bytes).Struct());

    [Fact]
    public void Read_OfStructuresWithoutEnd_Throws() => Assert.Throws<InvalidDataException>(() => new ThriftReader(Enumerable.Repeat((byte)0x1C, 100_000).ToArray()).Struct());
}
