"""Reads the tables that the tests wrote, and writes tables for the tests to read.

Usage: spark-submit interoperability.py FOLDER
FOLDER/ours/*    tables to read; FOLDER/theirs/* tables to write.
FOLDER/ours.json, FOLDER/theirs.json   the rows of each table: a list of rows, each a list of texts or nulls.
"""

import json
import os
import sys

from pyspark.sql import SparkSession
from pyspark.sql.functions import col

folder = sys.argv[1]
spark = SparkSession.builder.getOrCreate()
rows = {}


def texts(frame):
    """Every value as text."""
    return [list(row) for row in frame.select([col("`%s`" % name).cast("string") for name in frame.columns]).collect()]


def path_of(name):
    return os.path.join(folder, "theirs", name)


def sql(name, *statements):
    for statement in statements:
        spark.sql(statement.replace("TABLE_PATH", "delta.`%s`" % path_of(name)))
    rows[name] = texts(spark.read.format("delta").load(path_of(name)))


def numbers(first, last):
    return "SELECT id, concat('n', id) AS name FROM range(%d, %d, 1, 1)" % (first, last)


def read_ours():
    found = {}
    for name in sorted(os.listdir(os.path.join(folder, "ours"))):
        path = os.path.join(folder, "ours", name)
        found[name] = texts(spark.read.format("delta").load(path))
        if os.path.exists(os.path.join(path, "_delta_log", "00000000000000000000.json")):
            found[name + "@0"] = texts(spark.read.format("delta").option("versionAsOf", 0).load(path))
        history = spark.sql("DESCRIBE HISTORY delta.`%s`" % path).orderBy("version")
        found[name + "#history"] = [[str(row.version), row.operation] for row in history.collect()]
        detail = spark.sql("DESCRIBE DETAIL delta.`%s`" % path).collect()[0]
        found[name + "#detail"] = [[str(detail.minReaderVersion), str(detail.minWriterVersion), str(detail.numFiles)]]
    path = os.path.join(folder, "ours", "checkpointed")
    found["checkpointed#pruned"] = texts(spark.read.format("delta").load(path).where("event_date = DATE'2024-01-05'"))
    spark.sql("INSERT INTO delta.`%s` SELECT * FROM delta.`%s` LIMIT 1" % (path, path))
    found["checkpointed#appended"] = [[str(spark.read.format("delta").load(path).count())]]
    return found


with open(os.path.join(folder, "ours.json"), "w") as out:
    json.dump(read_ours(), out)

sql("partitioned",
    "CREATE TABLE TABLE_PATH (id BIGINT, p STRING, d DATE, t TIMESTAMP) USING delta PARTITIONED BY (p, d, t)",
    """INSERT INTO TABLE_PATH VALUES (1, 'a b', DATE'2024-01-01', TIMESTAMP'2024-01-01 10:00:00.123456Z'),
       (2, '/%20%f', DATE'2024-01-02', TIMESTAMP'2024-01-01 10:00:00Z'), (3, NULL, NULL, NULL), (4, '', DATE'1969-12-31', NULL),
       (5, '\u00fc\U0001f608', DATE'2024-01-01', NULL), (6, 'a=b:c?#[x]', DATE'2024-01-01', NULL)""")
sql("deletion_vectors",
    "CREATE TABLE TABLE_PATH USING delta TBLPROPERTIES ('delta.enableDeletionVectors' = 'true') AS " + numbers(0, 200000),
    "DELETE FROM TABLE_PATH WHERE id % 2 = 0",
    "DELETE FROM TABLE_PATH WHERE id BETWEEN 70000 AND 190000",
    """MERGE INTO TABLE_PATH t USING (SELECT id, concat('m', id) AS name FROM range(199990, 200010)) s ON t.id = s.id
       WHEN MATCHED AND t.id = 199991 THEN DELETE WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *""")
for mode in ("name", "id"):
    sql("mapped_by_" + mode,
        "CREATE TABLE TABLE_PATH (id BIGINT, old STRING, gone STRING, p STRING) USING delta PARTITIONED BY (p) "
        "TBLPROPERTIES ('delta.columnMapping.mode' = '%s', 'delta.minReaderVersion' = '2', 'delta.minWriterVersion' = '5')" % mode,
        "INSERT INTO TABLE_PATH VALUES (1, 'x', 'y', 'p 1'), (2, NULL, 'z', NULL)",
        "ALTER TABLE TABLE_PATH RENAME COLUMN old TO `new name`",
        "ALTER TABLE TABLE_PATH RENAME COLUMN p TO part",
        "ALTER TABLE TABLE_PATH DROP COLUMN gone",
        "INSERT INTO TABLE_PATH VALUES (3, 'later', 'p 1')")
sql("commits", "CREATE TABLE TABLE_PATH USING delta AS " + numbers(0, 1),
    *["INSERT INTO TABLE_PATH " + numbers(version, version + 1) for version in range(1, 25)], "DELETE FROM TABLE_PATH WHERE id = 3")
for top in ("json", "parquet"):
    spark.conf.set("spark.databricks.delta.checkpointV2.topLevelFileFormat", top)
    sql("v2_" + top,
        "CREATE TABLE TABLE_PATH USING delta TBLPROPERTIES ('delta.checkpointPolicy' = 'v2', 'delta.checkpointInterval' = '4') AS " + numbers(0, 1),
        *["INSERT INTO TABLE_PATH " + numbers(version, version + 1) for version in range(1, 6)], "DELETE FROM TABLE_PATH WHERE id = 3")
spark.conf.set("spark.databricks.delta.checkpoint.partSize", "2")
sql("parts", "CREATE TABLE TABLE_PATH USING delta TBLPROPERTIES ('delta.checkpointInterval' = '4') AS " + numbers(0, 1),
    *["INSERT INTO TABLE_PATH " + numbers(version, version + 1) for version in range(1, 6)])
spark.conf.unset("spark.databricks.delta.checkpoint.partSize")
sql("struct_statistics",
    "CREATE TABLE TABLE_PATH (id BIGINT, t TIMESTAMP) USING delta TBLPROPERTIES ('delta.checkpointInterval' = '2', "
    "'delta.checkpoint.writeStatsAsJson' = 'false', 'delta.checkpoint.writeStatsAsStruct' = 'true')",
    "INSERT INTO TABLE_PATH VALUES (1, TIMESTAMP'2024-01-01 00:00:00.000001Z'), (2, TIMESTAMP'2024-01-02 00:00:00.123999Z')",
    "INSERT INTO TABLE_PATH VALUES (9, TIMESTAMP'2024-02-02 00:00:00.5Z')")
sql("widened",
    "CREATE TABLE TABLE_PATH (i INT, f FLOAT, c DECIMAL(5,2)) USING delta TBLPROPERTIES ('delta.enableTypeWidening' = 'true')",
    "INSERT INTO TABLE_PATH VALUES (1, 1.5, 1.25)",
    "ALTER TABLE TABLE_PATH ALTER COLUMN i TYPE BIGINT", "ALTER TABLE TABLE_PATH ALTER COLUMN f TYPE DOUBLE",
    "ALTER TABLE TABLE_PATH ALTER COLUMN c TYPE DECIMAL(10,3)", "INSERT INTO TABLE_PATH VALUES (5000000000, 2.5, 1234567.125)")
sql("without_zone", "CREATE TABLE TABLE_PATH (t TIMESTAMP_NTZ) USING delta", "INSERT INTO TABLE_PATH VALUES (TIMESTAMP_NTZ'2024-01-01 00:00:00.123456'), (NULL)")
sql("in_commit_time", "CREATE TABLE TABLE_PATH USING delta TBLPROPERTIES ('delta.enableInCommitTimestamps' = 'true') AS " + numbers(0, 1),
    "INSERT INTO TABLE_PATH " + numbers(1, 2))
sql("clustered", "CREATE TABLE TABLE_PATH (id BIGINT, name STRING) USING delta CLUSTER BY (id)", "INSERT INTO TABLE_PATH " + numbers(0, 3))
sql("append_only", "CREATE TABLE TABLE_PATH USING delta TBLPROPERTIES ('delta.appendOnly' = 'true') AS " + numbers(0, 2))
sql("variant", "CREATE TABLE TABLE_PATH (v VARIANT) USING delta")

with open(os.path.join(folder, "theirs.json"), "w") as out:
    json.dump(rows, out)
