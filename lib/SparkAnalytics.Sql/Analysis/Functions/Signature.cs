using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>
/// The arguments of a function, read from its shape: <c>text:string, pattern:string, group:int?</c>. <c>?</c> may be left out, <c>*</c> and <c>+</c> repeat;
/// arguments of kind <c>T</c> (and the elements of <c>array&lt;T&gt;</c>) are brought to one common type.
/// </summary>
internal sealed class Signature
{
    private static readonly Dictionary<string, ArgumentKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["any"] = ArgumentKind.Any,
        ["array"] = ArgumentKind.Array,
        ["arrayOrMap"] = ArgumentKind.ArrayOrMap,
        ["bigint"] = ArgumentKind.Long,
        ["boolean"] = ArgumentKind.Bool,
        ["bytes"] = ArgumentKind.Binary,
        ["ceilNumber"] = ArgumentKind.CeilNumber,
        ["date"] = ArgumentKind.Date,
        ["dateOrTimestamp"] = ArgumentKind.DateOrTimestamp,
        ["double"] = ArgumentKind.Double,
        ["int"] = ArgumentKind.Int,
        ["interval"] = ArgumentKind.Interval,
        ["map"] = ArgumentKind.Map,
        ["number"] = ArgumentKind.Number,
        ["numberOrInterval"] = ArgumentKind.NumberOrInterval,
        ["orderable"] = ArgumentKind.Orderable,
        ["string"] = ArgumentKind.Text,
        ["stringOrBytes"] = ArgumentKind.TextOrBinary,
        ["stringOrStrings"] = ArgumentKind.TextOrTextArray,
        ["strings"] = ArgumentKind.TextArray,
        ["struct"] = ArgumentKind.Struct,
        ["timestamp"] = ArgumentKind.Timestamp,
        ["whole"] = ArgumentKind.Whole,
    };

    private readonly List<(string Kind, bool Repeats)> _parameters = [];

    public Signature(string shape)
    {
        foreach (var part in shape.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var kind = part[(part.IndexOf(':', StringComparison.Ordinal) + 1)..];
            var mark = kind[^1];
            _parameters.Add((kind.TrimEnd('?', '*', '+'), mark is '*' or '+'));
            MinArity += mark is '?' or '*' ? 0 : 1;
        }

        MaxArity = _parameters.Exists(parameter => parameter.Repeats) ? int.MaxValue : _parameters.Count;
    }

    public int MinArity { get; }

    public int MaxArity { get; }

    public ImmutableArray<Expression> Coerce(FunctionCall call)
    {
        var common = Common(call);
        return [.. call.Arguments.Select((argument, index) => KindOf(index) switch
        {
            "T" => Coercion.To(argument, common!),
            "array<T>" => Coercion.To(argument, new ArrayType(common!, argument.Type is not ArrayType array || array.ContainsNull)),
            var kind => s_kinds[kind].Accept(argument.Type) is { } wanted
                ? Coercion.To(argument, wanted)
                : throw Mismatch(call, index, s_kinds[kind].Wanted),
        })];
    }

    private string KindOf(int index) => _parameters[Math.Min(index, _parameters.Count - 1)].Kind;

    private DataType? Common(FunctionCall call)
    {
        var types = new List<DataType>();
        for (var index = 0; index < call.Arguments.Length; index++)
        {
            var type = call.Arguments[index].Type;
            if (KindOf(index) == "T")
            {
                types.Add(type);
            }
            else if (KindOf(index) == "array<T>")
            {
                types.Add(type is ArrayType array ? array.ElementType : type is NullType ? type : throw Mismatch(call, index, "an array"));
            }
        }

        return types.Count == 0
            ? null
            : Coercion.Common(types) ?? throw new AnalysisException(
                $"{ExpressionName.Of(call)}: the arguments have no common type; they are {string.Join(", ", call.Arguments.Select(argument => argument.Type.SimpleString))}. Cast them to one type.");
    }

    private static AnalysisException Mismatch(FunctionCall call, int index, string wanted) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{ExpressionName.Of(call)}: argument {index + 1} must be {wanted}, but '{ExpressionName.Of(call.Arguments[index])}' is {call.Arguments[index].Type.SimpleString}."));
}
