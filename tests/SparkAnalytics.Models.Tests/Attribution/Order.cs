using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Models.Tests.Attribution;

/// <summary>One row of fct_orders.</summary>
internal sealed record Order(string OrderId, string? UserId, Timestamp At, decimal? Revenue)
{
    public static StructType Schema { get; } = new(
    [
        new StructField("order_id", new StringType()),
        new StructField("user_id", new StringType()),
        new StructField("order_ts", new TimestampType()),
        new StructField("order_date", new DateType()),
        new StructField("revenue", new DecimalType(18, 2)),
    ]);

    public GenericRow ToRow() => new([OrderId, UserId, At, new Date(At.ToDateTime()), Revenue]);
}
