namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <content>Parquet.</content>
internal static partial class BorderCases
{
    private static void Parquet(Action<string, string> write)
    {
        write("numbers.parquet", "SELECT 5::BIGINT AS client_id, 1740819600::BIGINT AS timestamp, 1.50::DECIMAL(10,2) AS event_name, 0.1::DOUBLE AS page_url, 1e20::DOUBLE AS referrer, 1.5::FLOAT AS user_agent, true AS event_data "
            + "UNION ALL SELECT NULL, 1740819600123, NULL, 'NaN'::DOUBLE, '-inf'::DOUBLE, 'inf'::FLOAT, false UNION ALL SELECT -7, NULL, 0, -0.0::DOUBLE, 1e-11, 1e-5, NULL UNION ALL SELECT 0, 1740819600, -1, 123456789.125, 1e15, 0.1, NULL");
        write("instants.parquet", "SELECT 'p' || i AS client_id, TIMESTAMPTZ '2025-03-01 09:00:00.123456+00' + i * INTERVAL 1 MINUTE AS timestamp, 'a' AS event_name, DATE '2025-03-01' AS page_url FROM range(3) AS r(i)");
        write("local_instants.parquet", "SELECT 'l' || i AS clientId, TIMESTAMP '2025-03-01 09:00:00.123456' + i * INTERVAL 1 MINUTE AS timestamp, 'a' AS event_name, TIMESTAMPTZ '2025-03-01 09:00:00+00' AS page_url, TIMESTAMP '1969-12-31 23:59:59.5' AS referrer FROM range(3) AS r(i)");
        write("dates.parquet", "SELECT 'd' AS client_id, DATE '2025-03-01' AS timestamp, 'a' AS event_name, 3::TINYINT AS page_url, 4::SMALLINT AS referrer, 5::INTEGER AS user_agent");
        write("objects.parquet", "SELECT 'e' || i AS client_id, '2025-03-01T09:00:00Z' AS timestamp, 'purchase' AS event_name, {'transaction_id': 'E' || i, 'revenue': 12.5 + i, 'note': NULL::VARCHAR, 'items': [{'id': i, 'price': 1.10::DOUBLE, 'text': 'a\"b' || chr(10)}], 'at': TIMESTAMPTZ '2025-03-01 09:00:00.5+00', 'day': DATE '2025-03-01'} AS event_data, i AS \"Other\" FROM range(3) AS r(i)");
        write("maps.parquet", "SELECT 'f' AS client_id, '2025-03-01T09:01:00Z' AS timestamp, 'purchase' AS event_name, MAP {'transaction_id': 'F', 'revenue': '3'} AS event_data, [1, NULL, 3] AS page_url, ['a', NULL, '\u00e9'] AS referrer, MAP {'a': 1.50::DOUBLE} AS user_agent");
        write("others.parquet", "SELECT NULL::VARCHAR AS client_id, NULL::VARCHAR AS timestamp, NULL::VARCHAR AS event_name, 'red' AS color, {'a': 1} AS more UNION ALL SELECT NULL, NULL, NULL, NULL, NULL UNION ALL SELECT 'g', '2025-03-01T09:00:00Z', '', 'blue', NULL UNION ALL SELECT '', '', '', NULL, NULL UNION ALL SELECT 'g' || chr(0), '2025-03-01T09:00:00Z', chr(0), NULL, NULL");
        write("bytes.parquet", "SELECT 'h' AS client_id, '2025-03-01T09:02:00Z' AS timestamp, 'a'::BLOB AS event_name, '{\"transaction_id\":1}'::BLOB AS event_data");
        write("empty.parquet", "SELECT 'i' AS client_id, '2025-03-01T09:02:00Z' AS timestamp WHERE 1 = 0");
    }
}
