namespace SparkAnalytics.Delta.Tests;

public sealed class DeltaSchemaTests
{
    [Fact]
    public void Parse_OfNestedSchema_WritesTheSameJson()
    {
        const string json = """
            {"type":"struct","fields":[{"name":"a","type":"decimal(10,2)","nullable":true,"metadata":{}},{"name":"b","type":{"type":"array","elementType":{"type":"struct","fields":[{"name":"c","type":"timestamp","nullable":false,"metadata":{"delta.columnMapping.id":4,"delta.columnMapping.physicalName":"col-x"}}]},"containsNull":false},"nullable":true,"metadata":{}},{"name":"m","type":{"type":"map","keyType":"string","valueType":"long","valueContainsNull":true},"nullable":true,"metadata":{"comment":"ü"}}]}
            """;

        var schema = DeltaSchema.Parse(json);

        Assert.Equal(json, schema.ToJson());
        Assert.Equal(new DeltaDecimalType(10, 2), schema.Find("A")!.Type);
        var member = ((DeltaStructType)((DeltaArrayType)schema.Fields[1].Type).ElementType).Fields[0];
        Assert.Equal(("col-x", 4), (member.MappedName, member.MappedId));
        Assert.Null(schema.Find("none"));
    }

    [Theory]
    [InlineData("""{"type":"struct","fields":[{"name":"a","type":"interval","nullable":true,"metadata":{}}]}""")]
    [InlineData("""{"type":"struct","fields":[{"name":"a"}]}""")]
    [InlineData("""{"type":"struct"}""")]
    [InlineData("\"long\"")]
    [InlineData("nonsense")]
    public void Parse_OfAnythingElse_ThrowsFormatException(string json) => Assert.Throws<FormatException>(() => DeltaSchema.Parse(json));

    [Theory]
    [InlineData("name", "phys")]
    [InlineData("id", "phys")]
    [InlineData("none", "a")]
    public void PhysicalName_FollowsTheMappingMode(string mode, string expected)
    {
        var field = new DeltaField("a", new DeltaPrimitiveType("long"), Metadata: """{"delta.columnMapping.physicalName":"phys"}""");
        var metadata = new TableMetadata(new DeltaSchema([field])) { Configuration = new Dictionary<string, string> { ["delta.columnMapping.mode"] = mode } };

        Assert.Equal(expected, metadata.PhysicalName(field));
    }
}
