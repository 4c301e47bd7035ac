using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <content>Functions of arrays and maps.</content>
public static partial class FunctionRegistry
{
    private static IEnumerable<FunctionDefinition> Collections() =>
    [
        NeverNull(Scalar("array", "value:T*", call => new ArrayType(call.Arguments.IsEmpty ? new NullType() : call.Arguments[0].Type, call.Arguments.Any(value => value.Nullable)))),
        Scalar("array_contains", "array:array<T>, value:T", ResultTypes.Bool),
        Scalar("array_position", "array:array<T>, value:T", ResultTypes.Long),
        Scalar("array_remove", "array:array<T>, value:T", ResultTypes.First),
        Scalar("array_append", "array:array<T>, value:T", ResultTypes.JoinedArray),
        Scalar("array_prepend", "array:array<T>, value:T", ResultTypes.JoinedArray),
        Scalar("array_compact", "array:array", ResultTypes.First),
        Scalar("array_repeat", "value:any, times:int", call => new ArrayType(call.Arguments[0].Type, call.Arguments[0].Nullable)),
        Scalar("array_distinct", "array:array", ResultTypes.First),
        Scalar("array_sort", "array:array", ResultTypes.First),
        Scalar("sort_array", "array:array, ascending:boolean?", ResultTypes.First),
        Scalar("array_min", "array:array", ResultTypes.Element),
        Scalar("array_max", "array:array", ResultTypes.Element),
        Scalar("array_join", "array:strings, delimiter:string, nullReplacement:string?", ResultTypes.Text),
        Scalar("array_intersect", "left:array<T>, right:array<T>", ResultTypes.First),
        Scalar("array_union", "left:array<T>, right:array<T>", ResultTypes.First),
        Scalar("array_except", "left:array<T>, right:array<T>", ResultTypes.First),
        Scalar("arrays_overlap", "left:array<T>, right:array<T>", ResultTypes.Bool),
        Scalar("arrays_zip", "array:array+", MemberAccess.Zipped),
        Special("concat", "value:any*", Conditions.BindConcat),
        Scalar("flatten", "array:array", call => ResultTypes.Element(call) is ArrayType inner ? inner : throw new AnalysisException($"{ExpressionName.Of(call)}: the argument must be an array of arrays, but is {call.Arguments[0].Type.SimpleString}.")),
        Scalar("slice", "array:array, start:int, length:int", ResultTypes.First),
        Scalar("shuffle", "array:array", ResultTypes.First),
        Special("reverse", "value:any", Conditions.BindReverse),
        Scalar("sequence", "start:T, stop:T, step:any?", call => new ArrayType(call.Arguments[0].Type, false)),
        Scalar("size", "value:arrayOrMap", ResultTypes.Int),
        NeverNull(Special("map", "key:any, value:any, more:any*", MemberAccess.BindMap)),
        Scalar("map_from_arrays", "keys:array, values:array", call => new MapType(((ArrayType)call.Arguments[0].Type).ElementType, ((ArrayType)call.Arguments[1].Type).ElementType)),
        Special("map_from_entries", "entries:array", MemberAccess.BindMapFromEntries),
        Scalar("map_keys", "map:map", call => new ArrayType(((MapType)call.Arguments[0].Type).KeyType, false)),
        Scalar("map_values", "map:map", call => new ArrayType(((MapType)call.Arguments[0].Type).ValueType)),
        Scalar("map_entries", "map:map", MemberAccess.Entries),
        Scalar("map_concat", "map:map+", ResultTypes.First),
        Special("map_contains_key", "map:map, key:any", MemberAccess.BindContainsKey),
        Define("explode", FunctionKind.Generator, "array:array", ResultTypes.Element),
        Define("explode_outer", FunctionKind.Generator, "array:array", ResultTypes.Element),
    ];
}
