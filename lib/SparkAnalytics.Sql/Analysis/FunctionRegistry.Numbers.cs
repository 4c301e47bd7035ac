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
        .. DoubleFunctions.Select(name => Scalar(name, "value:double", Gives.Double)),
        Scalar("log", "baseOrValue:double, value:double?", Gives.Double),
        Scalar("abs", "value:numberOrInterval", Gives.First),
        Scalar("atan2", "y:double, x:double", Gives.Double),
        Scalar("hypot", "left:double, right:double", Gives.Double),
        Scalar("pow", "base:double, exponent:double", Gives.Double),
        Scalar("ceil", "value:ceilNumber", Gives.Whole),
        Scalar("floor", "value:ceilNumber", Gives.Whole),
        Scalar("round", "value:number, digits:int?", Gives.Rounded),
        Scalar("bround", "value:number, digits:int?", Gives.Rounded),
        Scalar("bin", "value:bigint", Gives.Text),
        Scalar("conv", "text:string, fromBase:int, toBase:int", Gives.Text),
        Scalar("factorial", "value:int", Gives.Long),
        Special("hex", "value:any", Conditions.BindHex),
        Scalar("unhex", "text:string", Gives.Bytes),
        Scalar("bit_count", "value:whole", Gives.Int),
        NeverNull(Scalar("rand", "seed:bigint?", Gives.Double)),
        NeverNull(Scalar("randn", "seed:bigint?", Gives.Double)),
        NeverNull(Scalar("monotonically_increasing_id", "", Gives.Long)),
        NeverNull(Scalar("spark_partition_id", "", Gives.Int)),
        NeverNull(Scalar("input_file_name", "", Gives.Text)),
        Scalar("assert_true", "condition:boolean, message:string?", Gives.Null),
        Scalar("raise_error", "message:string", Gives.Null),
    ];
}
