namespace SparkAnalytics.Sql.Analysis;

/// <content>Functions of numbers.</content>
public static partial class FunctionRegistry
{
    private static string[] DoubleFunctions =>
    [
        "acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "cot", "degrees", "exp", "expm1", "log10", "log1p", "log2",
        "radians", "rint", "signum", "sin", "sinh", "sqrt", "tan", "tanh",
    ];

    private static IEnumerable<FunctionDefinition> Numbers() =>
    [
        .. DoubleFunctions.Select(name => Scalar(name, "value:double", ResultTypes.Double)),
        Scalar("log", "baseOrValue:double, value:double?", ResultTypes.Double),
        Scalar("abs", "value:numberOrInterval", ResultTypes.First),
        Scalar("atan2", "y:double, x:double", ResultTypes.Double),
        Scalar("hypot", "left:double, right:double", ResultTypes.Double),
        Scalar("pow", "base:double, exponent:double", ResultTypes.Double),
        Scalar("ceil", "value:ceilNumber", ResultTypes.Whole),
        Scalar("floor", "value:ceilNumber", ResultTypes.Whole),
        Scalar("round", "value:number, digits:int?", ResultTypes.Rounded),
        Scalar("bround", "value:number, digits:int?", ResultTypes.Rounded),
        Scalar("bin", "value:bigint", ResultTypes.Text),
        Scalar("conv", "text:string, fromBase:int, toBase:int", ResultTypes.Text),
        Scalar("factorial", "value:int", ResultTypes.Long),
        Special("hex", "value:any", Conditions.BindHex),
        Scalar("unhex", "text:string", ResultTypes.Bytes),
        Scalar("bit_count", "value:whole", ResultTypes.Int),
        NeverNull(Scalar("rand", "seed:bigint?", ResultTypes.Double)),
        NeverNull(Scalar("randn", "seed:bigint?", ResultTypes.Double)),
        NeverNull(Scalar("monotonically_increasing_id", "", ResultTypes.Long)),
        NeverNull(Scalar("spark_partition_id", "", ResultTypes.Int)),
        NeverNull(Scalar("input_file_name", "", ResultTypes.Text)),
        Scalar("assert_true", "condition:boolean, message:string?", ResultTypes.Null),
        Scalar("raise_error", "message:string", ResultTypes.Null),
    ];
}
