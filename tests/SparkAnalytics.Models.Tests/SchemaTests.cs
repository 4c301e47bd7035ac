namespace SparkAnalytics.Models.Tests;

/// <summary>Columns and types of the seven tables, in the specification's order.</summary>
public sealed class SchemaTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private const string StgEventsColumns =
        "event_id string, user_id string, event_ts timestamp, event_date date, event_name string, page_url string, referrer string, user_agent string, event_data string, "
        + "transaction_id string, revenue decimal(18,2), utm_source string, utm_medium string, utm_campaign string, channel string, channel_rule string, device_type string, device_rule string";

    [Theory]
    [InlineData("stg_events", StgEventsColumns)]
    [InlineData("fct_session_events", StgEventsColumns + ", session_seq int, session_id string")]
    [InlineData(
        "fct_sessions",
        "session_id string, user_id string, session_seq int, session_start_ts timestamp, session_end_ts timestamp, session_date date, event_count bigint, entry_event_name string, "
        + "entry_page_url string, entry_referrer string, entry_channel string, entry_channel_rule string, entry_utm_source string, entry_utm_medium string, entry_utm_campaign string, device_type string")]
    [InlineData(
        "dim_users",
        "user_id string, first_seen_ts timestamp, last_seen_ts timestamp, session_count bigint, total_events bigint, pageviews bigint, adds_to_cart bigint, checkouts_started bigint, "
        + "purchases bigint, total_revenue decimal(28,2), order_count bigint, order_revenue decimal(28,2)")]
    [InlineData(
        "fct_orders",
        "order_id string, user_id string, order_ts timestamp, order_date date, revenue decimal(18,2), order_channel string, order_utm_source string, order_utm_medium string, "
        + "order_utm_campaign string, event_count bigint, revenue_min decimal(18,2), user_count bigint")]
    [InlineData(
        "fct_marketing_touches",
        "touch_id string, session_id string, user_id string, touch_ts timestamp, touch_date date, channel string, channel_rule string, utm_source string, utm_medium string, utm_campaign string")]
    [InlineData(
        "fct_order_attribution",
        "model string, order_id string, user_id string, order_ts timestamp, order_date date, revenue decimal(18,2), touch_id string, session_id string, touch_ts timestamp, channel string, "
        + "utm_source string, utm_medium string, utm_campaign string, touch_index int, touch_count int, hours_to_order double, credit decimal(9,8), attributed_revenue decimal(18,2)")]
    public void Build_WhenAsked_HasTheColumnsOfTheSpecification(string table, string columns)
    {
        var schema = new Chain(models, [new RawEvent()]).Tables[table].Schema();

        Assert.Equal(columns, string.Join(", ", schema.Fields.Select(field => $"{field.Name} {field.DataType.SimpleString}")));
    }

    [Fact]
    public void Build_WhenThereAreNoEvents_GivesSevenEmptyTables()
    {
        var chain = new Chain(models, []);

        Assert.All(chain.Tables.Values, table => Assert.Empty(table.Collect()));
    }
}
