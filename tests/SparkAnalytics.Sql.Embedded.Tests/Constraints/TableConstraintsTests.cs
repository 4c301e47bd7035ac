using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Constraints;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Constraints;

/// <summary>The conditions and the required values that a table's metadata hold.</summary>
public sealed class TableConstraintsTests
{
    private static readonly DeltaPrimitiveType s_integer = new("integer");

    [Fact]
    public void Of_ChecksAndInvariants_AreListedByNameChecksFirst()
    {
        var metadata = new TableMetadata(new DeltaSchema([
            new DeltaField("a", s_integer, Metadata: Invariant("a > 3")),
            new DeltaField("s", new DeltaStructType([new DeltaField("x", s_integer, Metadata: Invariant("s.x IS NOT NULL"))]))]))
        {
            Configuration = new Dictionary<string, string> { ["delta.constraints.second"] = "a < 9", ["delta.appendOnly"] = "true", ["delta.constraints.First"] = "s.x > a" },
        };

        var constraints = TableConstraints.Of("t", metadata);

        Assert.Equal(
            [("checkConstraints", "First", "s.x > a"), ("checkConstraints", "second", "a < 9"), ("invariants", "a", "a > 3"), ("invariants", "s.x", "s.x IS NOT NULL")],
            constraints.Select(constraint => (constraint.Feature, constraint.Name, constraint.Text)));
        Assert.Equal(
            new[] { Col("s.x") > Col("a"), Col("a") < 9, Col("a") > 3, Col("s.x").IsNotNull() }.Select(column => ExpressionShape.Of(column.Expression)),
            constraints.Select(constraint => ExpressionShape.Of(constraint.Condition)));
    }

    [Fact]
    public void Of_ACheckThatIsNotUnderstood_NamesFeatureConstraintAndPlace()
    {
        var error = Assert.Throws<UnsupportedTableFeatureException>(() => TableConstraints.Of("/t", Check("c", "a > INTERVAL 1 DAY")));

        Assert.Equal(["checkConstraints"], error.Features);
        Assert.Equal(
            "The Delta table '/t' cannot be written: of its checkConstraints, 'c' (a > INTERVAL 1 DAY) is not understood here: a value is missing (at 'INTERVAL', character 5 of 'a > INTERVAL 1 DAY'). Use an engine that supports it, or drop it from the table.",
            error.Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"expression":{"expression":null}}""")]
    [InlineData("""{"expression":{"expression":"a >"}}""")]
    public void Of_AnInvariantThatIsNotUnderstood_NamesFeatureAndField(string invariant)
    {
        var metadata = new TableMetadata(new DeltaSchema([new DeltaField("a", s_integer, Metadata: $$"""{"delta.invariants":{{System.Text.Json.JsonSerializer.Serialize(invariant)}}}""")]));

        var error = Assert.Throws<UnsupportedTableFeatureException>(() => TableConstraints.Of("/t", metadata));

        Assert.Equal(["invariants"], error.Features);
        Assert.StartsWith("The Delta table '/t' cannot be written: of its invariants, 'a' (", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnInvariantInsideOfAnArray_IsRefused()
    {
        var metadata = new TableMetadata(new DeltaSchema([new DeltaField("l", new DeltaArrayType(new DeltaStructType([new DeltaField("x", s_integer, Metadata: Invariant("x > 1"))])))]));

        Assert.Contains("'l.element.x'", Assert.Throws<UnsupportedTableFeatureException>(() => TableConstraints.Of("/t", metadata)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b > 1", "There is no column 'b'; there are: a")]
    [InlineData("a", "The constraint wants a boolean")]
    [InlineData("a > array(1)", "no common type")]
    public void Bind_OfWhatDoesNotFitTheColumns_SaysWhatDoesNot(string text, string problem)
    {
        var columns = new[] { AttributeReference.Create("a", new DoubleType()) };
        var constraint = TableConstraints.Of("/t", Check("c", text)).Single();

        var error = Assert.Throws<UnsupportedTableFeatureException>(() => constraint.Bind("/t", columns));

        Assert.Equal(["checkConstraints"], error.Features);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RequiredValues_OfNestedTypes_AreListedOuterFirst()
    {
        var inner = new DeltaStructType([new DeltaField("x", s_integer, Nullable: false), new DeltaField("y", s_integer)]);
        var schema = new DeltaSchema([
            new DeltaField("a", s_integer, Nullable: false), new DeltaField("b", s_integer), new DeltaField("s", inner, Nullable: false),
            new DeltaField("l", new DeltaArrayType(inner, ContainsNull: false)), new DeltaField("m", new DeltaMapType(inner, new DeltaArrayType(s_integer), ValueContainsNull: false))]);

        Assert.Equal(["a", "s", "s.x", "l.element", "l.element.x", "m.key.x", "m.value"], RequiredValue.Of(schema).Select(required => required.Name));
        Assert.Equal([PathStepKind.Member, PathStepKind.Key, PathStepKind.Member], RequiredValue.Of(schema)[5].Path.Select(step => step.Kind));
        Assert.Equal(s_integer, RequiredValue.Of(schema)[5].Type);
    }

    private static string Invariant(string condition) => $$$$"""{"delta.invariants":"{\"expression\":{\"expression\":\"{{{{condition}}}}\"}}"}""";

    private static TableMetadata Check(string name, string text) => new(new DeltaSchema([new DeltaField("a", s_integer)]))
    {
        Configuration = new Dictionary<string, string> { ["delta.constraints." + name] = text },
    };
}
