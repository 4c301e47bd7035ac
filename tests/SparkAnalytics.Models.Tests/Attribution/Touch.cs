using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Models.Tests.Attribution;

/// <summary>One row of fct_marketing_touches.</summary>
internal sealed record Touch(string UserId, int Number, Timestamp At)
{
    public static StructType Schema { get; } = new(
    [
        new StructField("touch_id", new StringType()),
        new StructField("session_id", new StringType()),
        new StructField("user_id", new StringType()),
        new StructField("touch_ts", new TimestampType()),
        new StructField("touch_date", new DateType()),
        new StructField("channel", new StringType()),
        new StructField("channel_rule", new StringType()),
        new StructField("utm_source", new StringType()),
        new StructField("utm_medium", new StringType()),
        new StructField("utm_campaign", new StringType()),
    ]);

    public GenericRow ToRow()
    {
        var id = $"{UserId}-{Number}";
        return new GenericRow([id, id, UserId, At, new Date(At.ToDateTime()), $"Channel {Number}", "rule", $"source{Number}", null, $"campaign{Number}"]);
    }
}
