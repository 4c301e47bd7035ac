namespace SparkAnalytics.Sql.Analysis;

/// <content>Aggregates.</content>
public static partial class FunctionRegistry
{
    private static string[] Statistics => ["stddev_samp", "stddev_pop", "var_samp", "var_pop", "skewness", "kurtosis", "median"];

    private static IEnumerable<FunctionDefinition> Aggregates() =>
    [
        .. Statistics.Select(name => Aggregate(name, "value:double", Gives.Double)),
        NeverNull(Aggregate("count", "value:any+", Gives.Long)),
        Aggregate("sum", "value:numberOrInterval", Gives.Sum),
        Aggregate("try_sum", "value:numberOrInterval", Gives.Sum),
        Aggregate("avg", "value:numberOrInterval", Gives.Average),
        Aggregate("min", "value:orderable", Gives.First),
        Aggregate("max", "value:orderable", Gives.First),
        Aggregate("min_by", "value:any, by:orderable", Gives.First),
        Aggregate("max_by", "value:any, by:orderable", Gives.First),
        Aggregate("first", "value:any, ignoreNulls:boolean", Gives.First),
        Aggregate("last", "value:any, ignoreNulls:boolean", Gives.First),
        Aggregate("mode", "value:any", Gives.First),
        Aggregate("bool_and", "value:boolean", Gives.Bool),
        Aggregate("bool_or", "value:boolean", Gives.Bool),
        Aggregate("product", "value:double", Gives.Double),
        NeverNull(Aggregate("collect_list", "value:any", Gives.ListOfFirst)),
        NeverNull(Aggregate("collect_set", "value:any", Gives.ListOfFirst)),
        Aggregate("corr", "left:double, right:double", Gives.Double),
        Aggregate("covar_pop", "left:double, right:double", Gives.Double),
        Aggregate("covar_samp", "left:double, right:double", Gives.Double),
        Aggregate("percentile", "value:number, percentage:any", call => Conditions.Percentile(call, new Types.DoubleType())),
        Aggregate("percentile_approx", "value:number, percentage:any, accuracy:int?", call => Conditions.Percentile(call, call.Arguments[0].Type)),
        NeverNull(Aggregate("approx_count_distinct", "value:any, relativeError:double?", Gives.Long)),
        NeverNull(Aggregate("grouping", "key:any", Gives.Byte)),
        NeverNull(Aggregate("grouping_id", "key:any*", Gives.Long)),
    ];

    private static IEnumerable<FunctionDefinition> Windows() =>
    [
        NeverNull(Define("row_number", FunctionKind.Window, "", Gives.Int)),
        NeverNull(Define("rank", FunctionKind.Window, "", Gives.Int)),
        NeverNull(Define("dense_rank", FunctionKind.Window, "", Gives.Int)),
        NeverNull(Define("percent_rank", FunctionKind.Window, "", Gives.Double)),
        NeverNull(Define("cume_dist", FunctionKind.Window, "", Gives.Double)),
        NeverNull(Define("ntile", FunctionKind.Window, "buckets:int", Gives.Int)),
        Define("lag", FunctionKind.Window, "value:T, offset:int, default:T, ignoreNulls:boolean", Gives.First),
        Define("lead", FunctionKind.Window, "value:T, offset:int, default:T, ignoreNulls:boolean", Gives.First),
        Define("nth_value", FunctionKind.Window, "value:any, position:int, ignoreNulls:boolean", Gives.First),
    ];
}
