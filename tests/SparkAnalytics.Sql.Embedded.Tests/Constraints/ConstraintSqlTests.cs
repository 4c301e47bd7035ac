using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Constraints;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Tests.Constraints;

/// <summary>What is wrong with rows, in DuckDB; Delta 4.4 on Spark 4.0.4 said the same of the same rows, but for its line breaks.</summary>
public sealed class ConstraintSqlTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>
{
    private const string Fine = "{'x': 1, 'y': 2}";

    private static readonly DeltaPrimitiveType s_integer = new("integer");

    private static readonly DeltaStructType s_inner = new([new DeltaField("x", s_integer, Nullable: false), new DeltaField("y", s_integer)]);

    [Theory]
    [InlineData("9", "'w'", Fine, null)]
    [InlineData("NULL", "'w'", Fine, "CHECK constraint c (s <> 'q' and a > 3 and st.y < 4) violated by row with values: - a : null - s : w - st.y : 2")]
    [InlineData("9", "'q'", "{'x': 1, 'y': NULL}", "CHECK constraint c (s <> 'q' and a > 3 and st.y < 4) violated by row with values: - a : 9 - s : q - st.y : null")]
    [InlineData("9", "'w'", "NULL", "CHECK constraint c (s <> 'q' and a > 3 and st.y < 4) violated by row with values: - a : 9 - s : w - st.y : null")]
    [InlineData("9", "'w'", "{'x': NULL, 'y': 1}", "NOT NULL constraint violated for column: st.x. Row: - a : 9 - s : w")]
    public void Violation_OfACheck_IsAnythingButTrue(string a, string s, string st, string? expected)
    {
        var schema = new DeltaSchema([new DeltaField("a", s_integer, Nullable: false), new DeltaField("s", new DeltaPrimitiveType("string")), new DeltaField("st", s_inner)]);
        var sql = Violation(schema, ("delta.constraints.c", "s <> 'q' and a > 3 and st.y < 4"));

        Assert.Equal(expected, Result(sql!, $"SELECT CAST({a} AS INTEGER) AS a, CAST({s} AS VARCHAR) AS s, CAST({st} AS STRUCT(x INTEGER, y INTEGER)) AS st"));
    }

    [Theory]
    [InlineData("1", Fine, null)]
    [InlineData("NULL", Fine, "NOT NULL constraint violated for column: a. Row: - a : null")]
    [InlineData("1", "{'x': NULL, 'y': 2}", "NOT NULL constraint violated for column: st.x. Row: - a : 1")]
    [InlineData("1", "NULL", "NOT NULL constraint violated for column: st.x. Row: - a : 1")]
    public void Violation_OfARequiredMember_IsAStructThatIsMissingToo(string a, string st, string? expected)
    {
        var sql = Violation(new DeltaSchema([new DeltaField("a", s_integer, Nullable: false), new DeltaField("st", s_inner)]));

        Assert.Equal(expected, Result(sql!, $"SELECT CAST({a} AS INTEGER) AS a, CAST({st} AS STRUCT(x INTEGER, y INTEGER)) AS st"));
    }

    [Theory]
    [InlineData("NULL", null)]
    [InlineData("[]", null)]
    [InlineData("[[{'x': 1}, NULL], []]", null)]
    [InlineData("[[{'x': 1}], NULL]", "NOT NULL constraint violated for column: l.element.")]
    [InlineData("[[{'x': 1}, {'x': NULL}]]", "NOT NULL constraint violated for column: l.element.element.x.")]
    public void Violation_InsideOfArrays_IsOfElementsThatAreThere(string list, string? expected)
    {
        var inner = new DeltaArrayType(new DeltaStructType([new DeltaField("x", s_integer, Nullable: false)]));
        var sql = Violation(new DeltaSchema([new DeltaField("l", new DeltaArrayType(inner, ContainsNull: false))]));

        Assert.Equal(expected, Result(sql!, $"SELECT CAST({list} AS STRUCT(x INTEGER)[][]) AS l"));
    }

    [Theory]
    [InlineData("NULL", null)]
    [InlineData("MAP {'k': 1}", null)]
    [InlineData("MAP {'k': 1, 'l': NULL}", "NOT NULL constraint violated for column: m.value.")]
    public void Violation_InsideOfMaps_IsOfValuesThatAreMissing(string map, string? expected)
    {
        var sql = Violation(new DeltaSchema([new DeltaField("m", new DeltaMapType(new DeltaPrimitiveType("string"), s_integer, ValueContainsNull: false))]));

        Assert.Equal(expected, Result(sql!, $"SELECT CAST({map} AS MAP(VARCHAR, INTEGER)) AS m"));
    }

    [Fact]
    public void Violation_OfAnInvariant_ShowsValuesOfAllTypes()
    {
        var metadata = """{"delta.invariants":"{\"expression\":{\"expression\":\"b > 1D and d is null or bin is null\"}}"}""";
        var sql = Violation(new DeltaSchema([
            new DeltaField("b", new DeltaPrimitiveType("double"), Metadata: metadata), new DeltaField("d", new DeltaPrimitiveType("date")), new DeltaField("bin", new DeltaPrimitiveType("binary"))]));

        Assert.Equal(
            "CHECK constraint EXPRESSION(b > 1D and d is null or bin is null) (b > 1D and d is null or bin is null) violated by row with values: - b : 1.0E10 - bin : 00FF - d : 2021-01-01",
            Result(sql!, "SELECT CAST(1e10 AS DOUBLE) AS b, DATE '2021-01-01' AS d, from_hex('00FF') AS bin"));
    }

    [Fact]
    public void Violation_OfALongCheckOnTwoLines_IsOneLine()
    {
        var text = string.Join(" + ", Enumerable.Repeat("a", 300)) + "\n< 0";

        Assert.Equal(
            $"CHECK constraint c ({text.Replace('\n', ' ')}) violated by row with values: - a : 1",
            Result(Violation(new DeltaSchema([new DeltaField("a", s_integer)]), ("delta.constraints.c", text))!, "SELECT 1 AS a"));
    }

    [Fact]
    public void Violation_OfATableThatTakesEveryRow_IsNoSql() => Assert.Null(Violation(new DeltaSchema([new DeltaField("a", s_integer)])));

    [Fact]
    public void Violation_OfWhatThisEngineCannotCompute_NamesTheConstraint()
    {
        var error = Assert.Throws<UnsupportedTableFeatureException>(() => Violation(new DeltaSchema([new DeltaField("a", s_integer)]), ("delta.constraints.c", "hash(a) > 1")));

        Assert.Equal(["checkConstraints"], error.Features);
        Assert.Contains("'c' (hash(a) > 1) is not understood here: The embedded engine has no 'hash'", error.Message, StringComparison.Ordinal);
    }

    private static string? Violation(DeltaSchema schema, params (string Key, string Value)[] properties)
    {
        var columns = Embedded.Sources.Delta.DeltaTypes.ToSchema(schema).Fields.ConvertAll(field => AttributeReference.Create(field.Name, field.DataType, field.IsNullable));
        var metadata = new TableMetadata(schema) { Configuration = properties.ToDictionary(property => property.Key, property => property.Value) };
        return ConstraintSql.Violation("/t", metadata, columns, new ExpressionCompiler(new NameScope(), Timestamp.FromUnixMicroseconds(0)));
    }

    private string? Result(string sql, string row) => engine.Spark.Sql($"SELECT {sql} AS violation FROM ({row})").Collect().Single().GetAs<string?>(0);
}
