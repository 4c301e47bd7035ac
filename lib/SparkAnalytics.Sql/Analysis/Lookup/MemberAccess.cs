using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Types of what makes and opens structures, maps and arrays.</summary>
internal static class MemberAccess
{
    /// <summary><c>getitem</c>: an array's element from 0, a map's value, a structure's member by a constant name.</summary>
    public static FunctionCall Bind(FunctionCall call)
    {
        var container = call.Arguments[0];
        var key = call.Arguments[1];
        switch (container.Type)
        {
            case ArrayType array when Coercion.IsImplicit(key.Type, new IntegerType()) && key.Type is not StringType:
                return call with { Arguments = [container, Coercion.To(key, new IntegerType())], ResultType = array.ElementType };
            case ArrayType { ElementType: StructType inner } when key is Literal { Value: string name }:
                return call with { ResultType = new ArrayType(Member(inner, name).DataType) };
            case MapType map when Coercion.IsImplicit(key.Type, map.KeyType):
                return call with { Arguments = [container, Coercion.To(key, map.KeyType)], ResultType = map.ValueType };
            case StructType structure when key is Literal { Value: string name }:
                var member = Member(structure, name);
                return call with { Arguments = [container, new Literal(member.Name, new StringType())], ResultType = member.DataType, IsNullable = container.Nullable || member.IsNullable };
            default:
                throw new AnalysisException($"{ExpressionName.Of(container)} is {container.Type.SimpleString}; '{ExpressionName.Of(key)}' ({key.Type.SimpleString}) is no key of it.");
        }
    }

    /// <summary><c>element_at</c>: an array's element from 1 or from the end, or a map's value.</summary>
    public static FunctionCall BindElementAt(FunctionCall call) => call.Arguments[0].Type switch
    {
        ArrayType array => call with { Arguments = [call.Arguments[0], Coercion.To(call.Arguments[1], new IntegerType())], ResultType = array.ElementType },
        MapType map => call with { Arguments = [call.Arguments[0], Coercion.To(call.Arguments[1], map.KeyType)], ResultType = map.ValueType },
        var type => throw new AnalysisException($"{ExpressionName.Of(call)}: argument 1 must be an array or a map, but is {type.SimpleString}."),
    };

    public static FunctionCall BindContainsKey(FunctionCall call) => call.Arguments[0].Type is MapType map
        ? call with { Arguments = [call.Arguments[0], Coercion.To(call.Arguments[1], map.KeyType)], ResultType = new BooleanType() }
        : throw new AnalysisException($"{ExpressionName.Of(call)}: argument 1 must be a map, but is {call.Arguments[0].Type.SimpleString}.");

    /// <summary><c>named_struct(name, value, ...)</c> with constant names.</summary>
    public static FunctionCall BindNamedStruct(FunctionCall call)
    {
        var members = call.Arguments.Chunk(2).Select(pair => pair is [Literal { Value: string name }, var value]
            ? new StructField(name, value.Type, value.Nullable)
            : throw new AnalysisException("named_struct wants pairs of a constant name and a value."));
        return call with { ResultType = new StructType(members), IsNullable = false };
    }

    /// <summary><c>map(key, value, ...)</c>: keys and values each get one type.</summary>
    public static FunctionCall BindMap(FunctionCall call)
    {
        var keys = Coercion.Common(call.Arguments.Where((_, index) => index % 2 == 0).Select(key => key.Type));
        var values = Coercion.Common(call.Arguments.Where((_, index) => index % 2 == 1).Select(value => value.Type));
        return call.Arguments.Length % 2 == 1 || keys is null || values is null
            ? throw new AnalysisException($"{ExpressionName.Of(call)}: map wants keys and values in turn, all keys of one type and all values of one type.")
            : call with { Arguments = [.. call.Arguments.Select((argument, index) => Coercion.To(argument, index % 2 == 0 ? keys : values))], ResultType = new MapType(keys, values) };
    }

    public static FunctionCall BindMapFromEntries(FunctionCall call) => call.Arguments[0].Type is ArrayType { ElementType: StructType { Fields: [var key, var value] } }
        ? call with { ResultType = new MapType(key.DataType, value.DataType, value.IsNullable) }
        : throw new AnalysisException($"{ExpressionName.Of(call)}: the argument must be an array of structures of a key and a value, but is {call.Arguments[0].Type.SimpleString}.");

    public static DataType Entries(FunctionCall call)
    {
        var map = (MapType)call.Arguments[0].Type;
        return new ArrayType(new StructType([new StructField("key", map.KeyType, false), new StructField("value", map.ValueType, map.ValueContainsNull)]), false);
    }

    public static DataType Zipped(FunctionCall call) => new ArrayType(
        new StructType(call.Arguments.Select((array, index) => new StructField(
            array is AttributeReference column ? column.Name : index.ToString(CultureInfo.InvariantCulture), ((ArrayType)array.Type).ElementType))),
        false);

    private static StructField Member(StructType structure, string name)
    {
        var found = structure.Fields.Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new AnalysisException($"There is no member '{name}' in {structure.SimpleString}; there are: {NearestNames.List(name, structure.Fields.Select(member => member.Name))}."),
            _ => throw new AnalysisException($"The member '{name}' is ambiguous in {structure.SimpleString}: {string.Join(", ", found.Select(member => member.Name))}."),
        };
    }
}
