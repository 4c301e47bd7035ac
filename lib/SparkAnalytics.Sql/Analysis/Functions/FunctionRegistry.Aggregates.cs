namespace SparkAnalytics.Sql.Analysis;

/// <content>Aggregates.</content>
public static partial class FunctionRegistry
{
    private static string[] Statistics => ["stddev_samp", "stddev_pop", "var_samp", "var_pop", "skewness", "kurtosis", "median"];

    private static IEnumerable<FunctionDefinition> Aggregates() =>
    [
        .. Statistics.Select(name => Aggregate(name, "value:double", ResultTypes.Double)),
        NeverNull(Aggregate("count", "value:any+", ResultTypes.Long)),
        Aggregate("sum", "value:numberOrInterval", ResultTypes.Sum),
        Aggregate("try_sum", "value:numberOrInterval", ResultTypes.Sum),
        Aggregate("avg", "value:numberOrInterval", ResultTypes.Average),
        Aggregate("min", "value:orderable", ResultTypes.First),
        Aggregate("max", "value:orderable", ResultTypes.First),
        Aggregate("min_by", "value:any, by:orderable", ResultTypes.First),
        Aggregate("max_by", "value:any, by:orderable", ResultTypes.First),
        Aggregate("first", "value:any, ignoreNulls:boolean", ResultTypes.First),
        Aggregate("last", "value:any, ignoreNulls:boolean", ResultTypes.First),
        Aggregate("mode", "value:any", ResultTypes.First),
        Aggregate("bool_and", "value:boolean", ResultTypes.Bool),
        Aggregate("bool_or", "value:boolean", ResultTypes.Bool),
        Aggregate("product", "value:double", ResultTypes.Double),
        NeverNull(Aggregate("collect_list", "value:any", ResultTypes.ListOfFirst)),
        NeverNull(Aggregate("collect_set", "value:any", ResultTypes.ListOfFirst)),
        Aggregate("corr", "left:double, right:double", ResultTypes.Double),
        Aggregate("covar_pop", "left:double, right:double", ResultTypes.Double),
        Aggregate("covar_samp", "left:double, right:double", ResultTypes.Double),
        Aggregate("percentile", "value:number, percentage:any", call => Conditions.Percentile(call, new Types.DoubleType())),
        Aggregate("percentile_approx", "value:number, percentage:any, accuracy:int?", call => Conditions.Percentile(call, call.Arguments[0].Type)),
        NeverNull(Aggregate("approx_count_distinct", "value:any, relativeError:double?", ResultTypes.Long)),
        NeverNull(Aggregate("grouping", "key:any", ResultTypes.Byte)),
        NeverNull(Aggregate("grouping_id", "key:any*", ResultTypes.Long)),
    ];

    private static IEnumerable<FunctionDefinition> Windows() =>
    [
        NeverNull(Define("row_number", FunctionKind.Window, "", ResultTypes.Int)),
        NeverNull(Define("rank", FunctionKind.Window, "", ResultTypes.Int)),
        NeverNull(Define("dense_rank", FunctionKind.Window, "", ResultTypes.Int)),
        NeverNull(Define("percent_rank", FunctionKind.Window, "", ResultTypes.Double)),
        NeverNull(Define("cume_dist", FunctionKind.Window, "", ResultTypes.Double)),
        NeverNull(Define("ntile", FunctionKind.Window, "buckets:int", ResultTypes.Int)),
        Define("lag", FunctionKind.Window, "value:T, offset:int, default:T, ignoreNulls:boolean", ResultTypes.First),
        Define("lead", FunctionKind.Window, "value:T, offset:int, default:T, ignoreNulls:boolean", ResultTypes.First),
        Define("nth_value", FunctionKind.Window, "value:any, position:int, ignoreNulls:boolean", ResultTypes.First),
    ];
}
