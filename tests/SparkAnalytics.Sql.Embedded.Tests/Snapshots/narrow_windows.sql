SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent", "session_seq", "session_id"
FROM (
  SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent", "session_seq", "session_id"
  FROM (
    SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent", "session_seq", (CAST("user_id" AS VARCHAR) || '-' || CAST("session_seq" AS VARCHAR)) AS "session_id"
    FROM (
      SELECT *
      FROM (
        SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent", "_place"
        FROM (
          SELECT CAST("user_id" AS BIGINT) AS "user_id", CAST("event_ts" AS TIMESTAMPTZ) AS "event_ts", CAST("event_id" AS BIGINT) AS "event_id", CAST("page_url" AS VARCHAR) AS "page_url", CAST("referrer" AS VARCHAR) AS "referrer", CAST("user_agent" AS VARCHAR) AS "user_agent", filename AS "_file_name", file_row_number AS "_file_row_number", (CAST(file_index AS BIGINT) << 40) + file_row_number AS "_place"
          FROM read_parquet(['<file>'], hive_partitioning = false, union_by_name = false)
        )
      )
      JOIN (
        SELECT "_place" AS "_place_2", "session_seq"
        FROM (
          SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent", "is_start", "session_seq", (CAST("user_id" AS VARCHAR) || '-' || CAST("session_seq" AS VARCHAR)) AS "session_id", "_place"
          FROM (
            SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent", "is_start", CAST(CAST(sum("is_start") OVER (PARTITION BY "user_id" ORDER BY "event_ts" ASC NULLS FIRST, "event_id" ASC NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS INTEGER) AS "session_seq", "_place"
            FROM (
              SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent", (CASE WHEN ((lag("event_ts", 1) OVER (PARTITION BY "user_id" ORDER BY "event_ts" ASC NULLS FIRST, "event_id" ASC NULLS FIRST) IS NULL) OR ("event_ts" > (lag("event_ts", 1) OVER (PARTITION BY "user_id" ORDER BY "event_ts" ASC NULLS FIRST, "event_id" ASC NULLS FIRST) + to_microseconds(1800000000)))) THEN 1 ELSE 0 END) AS "is_start", "_place"
              FROM (
                SELECT CAST("user_id" AS BIGINT) AS "user_id", CAST("event_ts" AS TIMESTAMPTZ) AS "event_ts", CAST("event_id" AS BIGINT) AS "event_id", CAST("page_url" AS VARCHAR) AS "page_url", CAST("referrer" AS VARCHAR) AS "referrer", CAST("user_agent" AS VARCHAR) AS "user_agent", filename AS "_file_name", file_row_number AS "_file_row_number", (CAST(file_index AS BIGINT) << 40) + file_row_number AS "_place"
                FROM read_parquet(['<file>'], hive_partitioning = false, union_by_name = false)
              )
            )
          )
        )
      )
      ON ("_place" = "_place_2")
    )
  )
)
