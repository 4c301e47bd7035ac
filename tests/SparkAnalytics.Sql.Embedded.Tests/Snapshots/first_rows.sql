SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent"
FROM (
  SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent"
  FROM (
    SELECT *
    FROM (
      SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent", "_place"
      FROM (
        SELECT CAST("user_id" AS BIGINT) AS "user_id", CAST("event_ts" AS TIMESTAMPTZ) AS "event_ts", CAST("event_id" AS BIGINT) AS "event_id", CAST("page_url" AS VARCHAR) AS "page_url", CAST("referrer" AS VARCHAR) AS "referrer", CAST("user_agent" AS VARCHAR) AS "user_agent", filename AS "_file_name", file_row_number AS "_file_row_number", (CAST(file_index AS BIGINT) << 40) + file_row_number AS "_place"
        FROM read_parquet(['<file>'], hive_partitioning = false, union_by_name = false)
      )
      WHERE ("user_id" IS NOT NULL)
    )
    JOIN (
      SELECT "_place_2"
      FROM (
        SELECT arg_min("_place", create_sort_key("event_ts", 'ASC NULLS FIRST', "event_id", 'ASC NULLS FIRST')) AS "_place_2"
        FROM (
          SELECT "user_id", "event_ts", "event_id", "page_url", "referrer", "user_agent", "_place"
          FROM (
            SELECT CAST("user_id" AS BIGINT) AS "user_id", CAST("event_ts" AS TIMESTAMPTZ) AS "event_ts", CAST("event_id" AS BIGINT) AS "event_id", CAST("page_url" AS VARCHAR) AS "page_url", CAST("referrer" AS VARCHAR) AS "referrer", CAST("user_agent" AS VARCHAR) AS "user_agent", filename AS "_file_name", file_row_number AS "_file_row_number", (CAST(file_index AS BIGINT) << 40) + file_row_number AS "_place"
            FROM read_parquet(['<file>'], hive_partitioning = false, union_by_name = false)
          )
          WHERE ("user_id" IS NOT NULL)
        )
        GROUP BY "user_id"
      )
    )
    ON ("_place" = "_place_2")
  )
)
