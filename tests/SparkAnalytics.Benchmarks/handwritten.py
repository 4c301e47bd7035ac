"""The seven tables of the models and quarantined_events from raw events, written by hand for PySpark 4.0 and Delta Lake.

The second yardstick beside handwritten.sql: what a data engineer would write instead of running `spark-analytics rebuild`, with the
default settings (zone UTC, revenue with a decimal point, first_click and last_click, no click ids). Sites, words and device patterns
are read from conf/channels.yaml (needs PyYAML); the rules that use them are written out here.

Left out, as in handwritten.sql: other names and types of raw columns, a CSV's own delimiter, and the reason line_unreadable (of a line
that is no event Spark's readers make what row they can, which ends in quarantine for another reason if it has no timestamp). Of an
event that is quarantined twice the first file in the alphabet is named. CSV is read from a local folder.

    spark-submit --master 'local[2]' handwritten.py --input DIR --lakehouse DIR [--format parquet|csv|json] [--now INSTANT] [--conf FILE]
"""

import argparse
import collections
import csv
import datetime
import functools
import pathlib
import re
import time

import yaml
from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as F

RAW_COLUMNS = ["client_id", "clientId", "timestamp", "event_name", "page_url", "referrer", "user_agent", "event_data"]
PLACEHOLDER_IDS = ["", "undefined", "null", "nan", "(not set)", "[object object]"]
NO_TAG = ["", "null", "undefined", "(not set)"]
TAGS = ["utm_source", "utm_medium", "utm_campaign"]
PAGEVIEWS = ["page_view", "page_viewed"]
ADDS_TO_CART = ["add_to_cart", "product_added_to_cart"]
CHECKOUTS_STARTED = ["begin_checkout", "checkout_started"]
PURCHASES = ["purchase", "checkout_completed"]


# Text ----------------------------------------------------------------------------------------------------------------


def trimmed(text: Column) -> Column:
    return F.btrim(text, F.lit(" \t\n\x0b\f\r"))


def null_text() -> Column:
    return F.lit(None).cast("string")


def ascii_lower(text: Column) -> Column:
    """Not lower(), which also changes letters such as the Kelvin sign into ASCII ones."""
    return F.translate(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def comparable(text: Column) -> Column:
    return ascii_lower(trimmed(text))


def unless_in(text: Column, words: list[str]) -> Column:
    return F.when(~comparable(text).isin(words), trimmed(text))


def is_blank(text: Column) -> Column:
    return F.coalesce(trimmed(text) == "", F.lit(True))


def matches(text: Column, pattern: str) -> Column:
    """In Java `$` also stands before a last line break, and `.` stops at some that are none here."""
    return text.rlike("(?d)" + re.sub(r"(?<!\\)\$", r"\\z", pattern))


# Raw events ----------------------------------------------------------------------------------------------------------


def read_csv_files(spark: SparkSession, folder: str) -> DataFrame:
    """One read for each header: Spark takes the columns of all files by their places in the first file's."""
    files_by_header = collections.defaultdict(list)
    for file in sorted(pathlib.Path(folder).glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            files_by_header[tuple(next(csv.reader(lines)))].append(str(file))

    parts = []
    for header, files in files_by_header.items():
        part = spark.read.csv(files, header=True, multiLine=True, quote='"', escape='"')
        # An empty field is no value, in quotes too.
        columns = {name: F.nullif(F.col(name), F.lit("")) if name in header else null_text() for name in RAW_COLUMNS}
        parts.append(part.select(*[column.alias(name) for name, column in columns.items()], "_metadata.file_path"))
    return functools.reduce(DataFrame.unionAll, parts)


def read_raw_events(spark: SparkSession, path: str, file_format: str) -> DataFrame:
    if file_format == "csv":
        return read_csv_files(spark, path)

    # With a schema of its own a file that lacks a column gives NULL for it, and nothing is inferred.
    schema = ", ".join(f"`{name}` string" for name in RAW_COLUMNS)
    return spark.read.format(file_format).schema(schema).load(path).select(*RAW_COLUMNS, "_metadata.file_path")


def event_id() -> Column:
    return F.md5(F.concat_ws("\x1f", *[F.coalesce(F.col(name), F.lit("\x1e")) for name in RAW_COLUMNS]))


def instant(text: Column) -> Column:
    """The common form is cast as it is; the others are put into a form that the cast takes."""
    has_seconds = F.substr(text, F.lit(17), F.lit(1)) == ":"
    with_seconds = F.when(has_seconds, text).otherwise(F.concat(F.left(text, F.lit(16)), F.lit(":00"), F.substr(text, F.lit(17))))
    without_zone = F.when(has_seconds, F.regexp_extract(text, "^(.{10}[Tt ][0-9:.,]+)", 1)).otherwise(
        F.concat(F.left(text, F.lit(16)), F.lit(":00"))
    )
    # The cast takes no offset above 18:00.
    offset_minutes = 1080 + F.coalesce(F.nullif(F.regexp_extract(text, r"18:?([0-9]{2})\z", 1), F.lit("")), F.lit("0")).cast("bigint")
    direction = F.when(F.regexp_extract(text, r"([+-])[0-9:]+\z", 1) == "-", -1).otherwise(1)
    at_far_offset = F.timestamp_micros(
        F.unix_micros(F.translate(without_zone, "t,", "T.").try_cast("timestamp")) - direction * offset_minutes * 60_000_000
    )
    return (
        F.when(
            text.rlike(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]+)?Z?\z"),
            text.try_cast("timestamp"),
        )
        .when(text.rlike(r"^(?:[0-9]{10}|[0-9]{13}|[0-9]{16})\z"), F.timestamp_micros(F.rpad(text, 16, "0").cast("bigint")))
        .when(
            ~text.rlike(
                r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
                r"(?: ?(?:[Zz]|UTC|[+-](?:0[0-9]|1[0-8])(?::?[0-5][0-9])?))?\z"
            ),
            F.lit(None).cast("timestamp"),
        )
        .when(text.rlike(r"[+-]18(?::?[0-5][0-9])?\z"), at_far_offset)
        .otherwise(F.translate(with_seconds, "tz,", "TZ.").try_cast("timestamp"))
    )


def with_reason(raw: DataFrame, clock: datetime.datetime) -> DataFrame:
    """Each mention of the instant in the reason is one more reading of the text in the filters that go by it, so there are only two."""
    event_ts = F.col("event_ts")
    return raw.withColumn("event_ts", instant(trimmed(F.col("timestamp")))).withColumn(
        "reason",
        F.when(is_blank(F.col("timestamp")), "timestamp_missing")
        .when(F.coalesce(event_ts < F.timestamp_micros(F.lit(0)), F.lit(True)), "timestamp_unreadable")
        .when(is_blank(F.col("event_name")), "event_name_missing")
        .when(event_ts > F.lit(clock + datetime.timedelta(days=1)), "timestamp_in_future"),
    )


def quarantined_events(checked: DataFrame) -> DataFrame:
    return (
        checked.filter(F.col("reason").isNotNull())
        .groupBy(event_id().alias("event_id"), "reason", *RAW_COLUMNS)
        .agg(F.min(F.regexp_replace("file_path", "^file:/+", "/")).alias("source_file"))
        .select("event_id", "reason", "source_file", null_text().alias("raw_text"), *RAW_COLUMNS)
    )


# event_data ----------------------------------------------------------------------------------------------------------


def members_of(event_data: Column) -> Column:
    """The top-level members as a map; NULL unless the text is exactly one JSON object, no name twice, no half of a surrogate pair.

    The hash behind the object, which no text can foresee, shows that the object ended where the text ends.
    """
    mark = F.xxhash64(event_data).cast("string")
    parsed = F.from_json(
        F.concat(F.lit("["), event_data, F.lit(',{"e":"'), mark, F.lit('"}]')),
        "array<map<string,string>>",
        {"allowSingleQuotes": "false", "allowNonNumericNumbers": "false"},
    )
    pairs = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    without_pairs = F.regexp_replace(F.regexp_replace(event_data, r"\\\\", ""), pairs, "")
    names = F.map_keys(F.get(parsed, F.lit(0)))
    is_object = (
        (F.size(parsed) == 2)
        & (F.get(parsed, F.lit(1))["e"] == mark)
        & (F.size(names) == F.size(F.array_distinct(names)))
        & (~event_data.contains("\\u") | ~without_pairs.rlike(r"\\u[dD][89a-fA-F]"))
    )
    return F.when(is_object, F.get(parsed, F.lit(0)))


def with_members(events: DataFrame) -> DataFrame:
    """Parses only what can hold one of the five members: few events do, and a name may also be written with escapes."""
    data = F.col("event_data")
    may_hold = data.contains("utm_") | data.contains("revenue") | data.contains("transaction_id") | data.contains("\\u")
    return events.withColumn("members", F.when(may_hold, members_of(data)))


def member_text(name: str) -> Column:
    """A JSON string trimmed, an integer by its digits; what looks like neither may still be a string, which only its quotes tell."""
    value = F.col("members")[name]
    quoted = F.get_json_object(F.concat(F.lit("["), F.col("event_data"), F.lit("]")), f"$[*].{name}")
    return (
        F.when(value.isNull(), null_text())
        .when(~value.rlike(r'^(?:true\z|false\z|-?[0-9]+[.]|[{\[]|"-?Infinity"\z)'), trimmed(value))
        .when(quoted.startswith('"') & (quoted != value), trimmed(value))
    )


def amount(text: Column) -> Column:
    """Exponents of four digits and more never reach the cast, which fails on the largest."""
    zero = F.lit(0).cast("decimal(18,2)")
    cast = text.try_cast("decimal(18,2)")
    return (
        F.when(~text.rlike(r"^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?\z"), F.lit(None).cast("decimal(18,2)"))
        .when(~text.rlike("[eE]"), cast)
        .when(text.rlike(r"^[+-]?[0.]+[eE]"), zero)
        .when(text.rlike(r"[eE]-0*[1-9][0-9]{3,}\z"), zero)
        .when(text.rlike(r"[eE][+]?0*[1-9][0-9]{3,}\z"), F.lit(None).cast("decimal(18,2)"))
        .otherwise(cast)
    )


# Campaign tags -------------------------------------------------------------------------------------------------------


def plain_or_escaped(word: str) -> str:
    """A pattern for a word of a query in which each letter may be percent-encoded."""

    def letter(character: str) -> str:
        if character == " ":
            return r"(?:[ +]|%20)"
        lower, upper = f"{ord(character.lower()):02x}", f"{ord(character.upper()):02x}"
        code = lower if lower == upper else f"[{upper[0]}{lower[0]}]{lower[1]}"
        return f"(?:{re.escape(character)}|%{code})"

    return "".join(letter(character) for character in word)


def query_value(url: Column, name: str) -> Column:
    """The first value of that name which says something, still encoded; the possessive forms keep Java from recursing."""
    blanks = r"(?:[+ \t\n\x0B\f\r]|%20|%0[9a-d])*+"
    nothing = blanks + "(?:" + "|".join(plain_or_escaped(word) for word in NO_TAG if word) + ")?" + blanks + r"(?:[&#]|\z)"
    wanted = f"(?:amp;)?+{name}=(?!{nothing})"
    return F.nullif(F.regexp_extract(url, f"(?i)^[^?#]*+[?](?:(?!{wanted})[^#&]*+&)*+{wanted}([^&#]++)", 1), F.lit(""))


def decoded(value: Column) -> Column:
    """Percent-decoded; as written where an escape is broken or the bytes are not UTF-8 (then the replacement character shows up)."""
    plain = F.try_url_decode(value)
    without_replacement = F.try_url_decode(F.regexp_replace(value, "\ufffd|(?i:%EF%BF%BD)", "x"))
    return (
        F.when(~value.rlike("[%+]"), value)
        .when(value.rlike("%(?![0-9A-Fa-f][0-9A-Fa-f])"), value)
        .when(~plain.contains("\ufffd"), plain)
        .when(without_replacement.contains("\ufffd"), value)
        .otherwise(plain)
    )


def with_tags(events: DataFrame) -> DataFrame:
    in_data = {f"data_{tag}": unless_in(member_text(tag), NO_TAG) for tag in TAGS}
    has_data = F.coalesce(*[F.col(name) for name in in_data]).isNotNull()
    has_query = F.when(~has_data & ascii_lower(F.col("page_url")).contains("utm_"), F.col("page_url"))
    in_query = {f"query_{tag}": query_value(F.col("tagged_url"), tag) for tag in TAGS}
    return (
        events.withColumns(in_data)
        .withColumn("tagged_url", has_query)
        .withColumns(in_query)
        .withColumns({tag: F.coalesce(F.col(f"data_{tag}"), trimmed(decoded(F.col(f"query_{tag}")))) for tag in TAGS})
    )


# Sites and devices ---------------------------------------------------------------------------------------------------


def host_pattern(host: str) -> str:
    """`google.*` stands for every country form."""
    if host.endswith(".*"):
        return re.escape(host[:-2]) + r"[.](?:com|cat|[a-z]{2}|com?\.[a-z]{2})"
    return re.escape(host)


def under_hosts(hosts: list[str]) -> str:
    return r"(?:^|[.])(?:" + "|".join(host_pattern(host) for host in hosts) + r")\z"


def is_on(sites: dict, text: Column) -> Column:
    """Whether a host or package is of a list of sites."""
    listed = text.rlike(under_hosts(sites["hosts"])) | text.isin(sites.get("packages", []))
    return listed & ~text.rlike(under_hosts(sites["except"])) if "except" in sites else listed


def site_list(conf: dict, text: Column, short_names: bool) -> Column:
    """The first list of sites that holds a text; without a point it can only be a short name, which is cheap to tell."""
    by_host, by_name = F.when(text.isNull(), null_text()), F.when(text.isNull(), null_text())
    for name, sites in conf["sites"].items():
        is_name = text.isin(sites.get("short_names", [])) if short_names else F.lit(False)
        by_name = by_name.when(is_name, name)
        by_host = by_host.when(is_name | is_on(sites, text), name)
    return F.when(text.contains("."), by_host).otherwise(by_name)


def url_host(url: Column) -> Column:
    host = F.regexp_extract(
        url,
        r"(?i)^[ \t\n\x0B\f\r]*+[a-z][a-z0-9+.-]*+://(?:[^/?#@]*+@)?+(\[[0-9a-f:.]++\]|[^:/?#@\[\] \t\n\x0B\f\r]++)[.]?+"
        r"(?::[0-9]*+)?+(?:[/?#]|[ \t\n\x0B\f\r]*+\z)",
        1,
    )
    return ascii_lower(F.nullif(F.regexp_replace(host, r"[.]\z", ""), F.lit("")))


def site_of(conf: dict, host: Column) -> Column:
    """The last two labels, three where the last two stand for a country or for a host that many share."""
    shared = "".join(f"[^.]+[.]{host_pattern(shared_host)}|" for shared_host in conf["shared_hosts"])
    second = "|".join(conf["public_second_labels"])
    site = F.regexp_extract(host, rf"({shared}[^.]+[.](?:{second})[.][a-z][a-z]|[^.]+[.][^.]+)\z", 1)
    return F.when(host.rlike(r"^(?:[0-9]+[.]){3}[0-9]+\z|^\["), host).otherwise(F.coalesce(F.nullif(site, F.lit("")), host))


def referrers(raw: DataFrame, conf: dict) -> DataFrame:
    """What can be said of a referrer, once for each distinct one: far fewer than events."""
    host = F.col("referrer_host")
    return (
        raw.filter(F.col("referrer").isNotNull())
        .select("referrer")
        .distinct()
        .withColumn("referrer_host", url_host(F.col("referrer")))
        .filter(host.isNotNull())
        .withColumn("referrer_site", site_of(conf, host))
        .withColumn("referrer_list", site_list(conf, host, short_names=False))
        .withColumn("own_page_prefix", F.concat(F.lit("https://"), host, F.lit("/")))
    )


def user_agents(raw: DataFrame, conf: dict) -> DataFrame:
    """Likewise for each distinct user agent, at which a dozen patterns look."""
    rule, device = F.when(is_blank(F.col("user_agent")), "agent_missing"), F.when(is_blank(F.col("user_agent")), "Unknown")
    for entry in conf["devices"]:
        rule = rule.when(matches(F.col("agent"), entry["pattern"]), entry["name"])
    for entry in conf["devices"]:
        device = device.when(F.col("device_rule") == entry["name"], entry["device"])
    return (
        raw.filter(F.col("user_agent").isNotNull())
        .select("user_agent")
        .distinct()
        .withColumn("agent", comparable(F.col("user_agent")))
        .withColumn("device_rule", rule.otherwise("agent_unknown"))
        .withColumn("device_type", device.otherwise("Unknown"))
        .drop("agent")
    )


def with_device(events: DataFrame, raw: DataFrame, conf: dict) -> DataFrame:
    return (
        events.join(F.broadcast(user_agents(raw, conf)), "user_agent", "left")
        .withColumn("device_rule", F.coalesce("device_rule", F.lit("agent_missing")))
        .withColumn("device_type", F.coalesce("device_type", F.lit("Unknown")))
    )


# Channel -------------------------------------------------------------------------------------------------------------

CHANNELS = {
    "Email": ["utm_mail", "referrer_mail"],
    "Other Paid": ["utm_other_paid_medium", "utm_paid_other", "referrer_ad_other"],
    "Paid Search": ["utm_paid_search", "referrer_ad_search"],
    "Paid Social": ["utm_paid_social"],
    "Social": ["utm_social", "referrer_social"],
    "Organic Search": ["utm_organic_search", "referrer_search"],
    "Direct": ["utm_direct", "referrer_none", "referrer_internal", "referrer_return"],
}


def channel_rule(words: dict) -> Column:
    source, medium, source_list = F.col("source"), F.col("medium"), F.col("source_list")
    referrer_list = F.col("referrer_list")
    no_referrer = F.col("referrer_host").isNull()
    internal = F.col("referrer_is_internal")
    tagged = F.coalesce(*[F.col(tag) for tag in TAGS]).isNotNull()
    paid = F.col("is_paid")
    assistant = source_list == "assistants"
    return (
        F.when(tagged & (source.isin(words["mail_words"]) | medium.isin(words["mail_words"])), "utm_mail")
        .when(medium.isin(words["other_paid_mediums"]), "utm_other_paid_medium")
        .when(paid & (source_list.isin("search", "search_ads") | medium.isin(words["paid_search_mediums"])), "utm_paid_search")
        .when(paid & ((source_list == "social") | medium.isin(words["paid_social_mediums"])), "utm_paid_social")
        .when(paid, "utm_paid_other")
        .when((source_list == "social") | medium.isin(words["social_mediums"]), "utm_social")
        .when(medium.isin(words["organic_mediums"]) | ((source_list == "search") & medium.isNull()), "utm_organic_search")
        .when(medium.isin("referral", "app", "link"), "utm_referral")
        .when(source.isin("direct", "(direct)") & (medium.isin(words["direct_mediums"]) | medium.isNull()), "utm_direct")
        .when(assistant & source.contains("."), "utm_assistant_host")
        .when(assistant, "utm_assistant")
        .when(tagged & (no_referrer | internal | (referrer_list == "returns")), "utm_undecided")
        .when(no_referrer, "referrer_none")
        .when(internal, "referrer_internal")
        .when(referrer_list == "returns", "referrer_return")
        .when(referrer_list == "search_ads", "referrer_ad_search")
        .when(referrer_list == "ads", "referrer_ad_other")
        .when(referrer_list == "assistants", "referrer_assistant")
        .when(referrer_list == "services", "referrer_service")
        .when(referrer_list == "mail", "referrer_mail")
        .when(referrer_list == "search", "referrer_search")
        .when(referrer_list == "social", "referrer_social")
        .otherwise("referrer_other")
    )


def with_channel(events: DataFrame, raw: DataFrame, conf: dict) -> DataFrame:
    host, page, site = F.col("referrer_host"), F.col("page_host"), F.col("referrer_site")
    # The usual link within the shop is told by its beginning, and the site of a page is asked only where it may be the referrer's.
    page_host = F.when(host.isNull(), null_text()).when(F.col("page_url").startswith(F.col("own_page_prefix")), host).otherwise(url_host(F.col("page_url")))
    internal = F.when(host == page, True).when(page.endswith(site), site_of(conf, page) == site).otherwise(False)
    channel = F.when(F.lit(False), null_text())
    for name, rules in CHANNELS.items():
        channel = channel.when(F.col("channel_rule").isin(rules), name)
    return (
        events.join(F.broadcast(referrers(raw, conf)), "referrer", "left")
        .withColumn("page_host", page_host)
        .withColumn("referrer_is_internal", internal)
        .withColumn("source", comparable(F.col("utm_source")))
        .withColumn("medium", comparable(F.col("utm_medium")))
        .withColumn("source_list", site_list(conf, F.col("source"), short_names=True))
        .withColumn("is_paid", matches(F.col("medium"), "^(?:.*cp.*|ppc|paid.*|.*paid|retargeting|remarketing|sem)$"))
        .withColumn("channel_rule", channel_rule(conf["word_lists"]))
        .withColumn("channel", channel.otherwise("Referral"))
    )


# Models --------------------------------------------------------------------------------------------------------------

STAGED_COLUMNS = [
    "event_id", "user_id", "event_ts", "event_date", "event_name", "page_url", "referrer", "user_agent", "event_data",
    "transaction_id", "revenue", "utm_source", "utm_medium", "utm_campaign", "channel", "channel_rule", "device_type", "device_rule",
]  # fmt: skip


def fct_session_events(checked: DataFrame, raw: DataFrame, conf: dict) -> DataFrame:
    """Staged events with their session.

    One shuffle and one sort do for both the exact copies, which stand beside one another in the order of a user's events, and the
    sessions. An event without user is a group of its own, so that they do not all end in one task.
    """
    in_order = Window.partitionBy("visitor").orderBy("event_ts", "event_id")
    until_now = in_order.rowsBetween(Window.unboundedPreceding, Window.currentRow)
    previous_ts = F.lag("event_ts").over(in_order)
    starts = previous_ts.isNull() | (F.col("event_ts") > previous_ts + F.expr("INTERVAL 30 MINUTES"))
    events = (
        checked.filter(F.col("reason").isNull())
        .withColumn("event_id", event_id())
        .withColumn("user_id", F.coalesce(unless_in(F.col("client_id"), PLACEHOLDER_IDS), unless_in(F.col("clientId"), PLACEHOLDER_IDS)))
        .withColumn("visitor", F.coalesce("user_id", "event_id"))
        .drop("client_id", "clientId", "timestamp", "file_path", "reason")
        .withColumn("previous_id", F.lag("event_id").over(in_order))
        .withColumn("starts_session", F.when(starts, 1).otherwise(0))
        .withColumn("session_number", F.sum("starts_session").over(until_now))
        .filter(F.col("previous_id").isNull() | (F.col("previous_id") != F.col("event_id")))
        .withColumn("session_seq", F.when(F.col("user_id").isNotNull(), F.col("session_number").cast("int")))
        .withColumn("session_id", F.concat("user_id", F.lit("-"), F.col("session_seq").cast("string")))
        .withColumn("event_date", F.col("event_ts").cast("date"))
    )
    staged = (
        with_members(events)
        .withColumn("transaction_id", unless_in(member_text("transaction_id"), PLACEHOLDER_IDS))
        .withColumn("revenue", amount(trimmed(F.col("members")["revenue"])))
    )
    staged = with_channel(with_tags(staged), raw, conf)
    return with_device(staged, raw, conf).select(*STAGED_COLUMNS, "session_seq", "session_id")


def stg_events(session_events: DataFrame) -> DataFrame:
    return session_events.select(*STAGED_COLUMNS)


def fct_sessions(session_events: DataFrame) -> DataFrame:
    session = Window.partitionBy("user_id", "session_seq")
    entry_first = session.orderBy("event_ts", F.col("channel") == "Direct", "event_id")
    return (
        session_events.filter(F.col("session_id").isNotNull())
        .withColumn("position", F.row_number().over(entry_first))
        .withColumn("session_end_ts", F.max("event_ts").over(session))
        .withColumn("event_count", F.count(F.lit(1)).over(session))
        .filter(F.col("position") == 1)
        .select(
            "session_id",
            "user_id",
            "session_seq",
            F.col("event_ts").alias("session_start_ts"),
            "session_end_ts",
            F.col("event_date").alias("session_date"),
            "event_count",
            F.col("event_name").alias("entry_event_name"),
            F.col("page_url").alias("entry_page_url"),
            F.col("referrer").alias("entry_referrer"),
            F.col("channel").alias("entry_channel"),
            F.col("channel_rule").alias("entry_channel_rule"),
            F.col("utm_source").alias("entry_utm_source"),
            F.col("utm_medium").alias("entry_utm_medium"),
            F.col("utm_campaign").alias("entry_utm_campaign"),
            "device_type",
        )
    )


def fct_orders(events: DataFrame) -> DataFrame:
    return (
        events.filter(F.col("event_name").isin(PURCHASES) & F.col("transaction_id").isNotNull())
        .groupBy(F.col("transaction_id").alias("order_id"))
        .agg(
            F.max("user_id").alias("user_id"),
            F.max("event_ts").alias("order_ts"),
            F.max("event_date").alias("order_date"),
            F.max("revenue").alias("revenue"),
            F.max("channel").alias("order_channel"),
            F.max("utm_source").alias("order_utm_source"),
            F.max("utm_medium").alias("order_utm_medium"),
            F.max("utm_campaign").alias("order_utm_campaign"),
            F.count(F.lit(1)).alias("event_count"),
            F.min("revenue").alias("revenue_min"),
            F.count_distinct("user_id").alias("user_count"),
        )
    )


def dim_users(session_events: DataFrame, orders: DataFrame) -> DataFrame:
    def count_of(names: list[str]) -> Column:
        return F.count_if(F.col("event_name").isin(names))

    def money(total: Column) -> Column:
        return F.coalesce(total, F.lit(0)).cast("decimal(28,2)")

    of_orders = (
        orders.filter(F.col("user_id").isNotNull())
        .groupBy("user_id")
        .agg(F.count(F.lit(1)).alias("order_count"), F.sum("revenue").alias("order_revenue"))
    )
    return (
        session_events.filter(F.col("user_id").isNotNull())
        .groupBy("user_id")
        .agg(
            F.min("event_ts").alias("first_seen_ts"),
            F.max("event_ts").alias("last_seen_ts"),
            F.max("session_seq").cast("bigint").alias("session_count"),
            F.count(F.lit(1)).alias("total_events"),
            count_of(PAGEVIEWS).alias("pageviews"),
            count_of(ADDS_TO_CART).alias("adds_to_cart"),
            count_of(CHECKOUTS_STARTED).alias("checkouts_started"),
            count_of(PURCHASES).alias("purchases"),
            money(F.sum(F.when(F.col("event_name").isin(PURCHASES), F.col("revenue")))).alias("total_revenue"),
        )
        .join(of_orders, "user_id", "left")
        .withColumn("order_count", F.coalesce("order_count", F.lit(0).cast("bigint")))
        .withColumn("order_revenue", money(F.col("order_revenue")))
    )


def fct_marketing_touches(sessions: DataFrame) -> DataFrame:
    return sessions.filter(F.col("entry_channel") != "Direct").select(
        F.col("session_id").alias("touch_id"),
        "session_id",
        "user_id",
        F.col("session_start_ts").alias("touch_ts"),
        F.col("session_date").alias("touch_date"),
        F.col("entry_channel").alias("channel"),
        F.col("entry_channel_rule").alias("channel_rule"),
        F.col("entry_utm_source").alias("utm_source"),
        F.col("entry_utm_medium").alias("utm_medium"),
        F.col("entry_utm_campaign").alias("utm_campaign"),
    )


def fct_order_attribution(orders: DataFrame, touches: DataFrame) -> DataFrame:
    order = Window.partitionBy("order_id")
    in_window = F.col("touch_ts").between(F.col("order_ts") - F.expr("INTERVAL 168 HOURS"), F.col("order_ts"))
    eligible = (
        orders.select("order_id", "user_id", "order_ts", "order_date", "revenue")
        .join(touches.drop("touch_date", "channel_rule"), "user_id")
        .filter(in_window)
        .withColumn("touch_index", F.row_number().over(order.orderBy("touch_ts", "touch_id")))
        .withColumn("touch_count", F.count(F.lit(1)).over(order).cast("int"))
    )
    first, last = F.col("touch_index") == 1, F.col("touch_index") == F.col("touch_count")
    models = F.array_compact(F.array(F.when(first, "first_click"), F.when(last, "last_click")))
    return eligible.filter(first | last).select(
        F.explode(models).alias("model"),
        "order_id",
        "user_id",
        "order_ts",
        "order_date",
        "revenue",
        "touch_id",
        "session_id",
        "touch_ts",
        "channel",
        "utm_source",
        "utm_medium",
        "utm_campaign",
        "touch_index",
        "touch_count",
        ((F.unix_micros("order_ts") - F.unix_micros("touch_ts")).cast("double") / 3_600_000_000.0).alias("hours_to_order"),
        F.lit(1).cast("decimal(9,8)").alias("credit"),
        F.col("revenue").alias("attributed_revenue"),
    )


# Run -----------------------------------------------------------------------------------------------------------------


class Lakehouse:
    """Writes Delta tables in a folder, reads them back for the models that build on them, and notes the seconds of each."""

    def __init__(self, spark: SparkSession, folder: str):
        self.spark = spark
        self.folder = folder.rstrip("/")
        self.seconds: dict[str, float] = {}

    def write(self, name: str, table: DataFrame) -> DataFrame:
        started = time.perf_counter()
        table.write.format("delta").mode("overwrite").option("overwriteSchema", "true").save(f"{self.folder}/{name}")
        self.seconds[name] = time.perf_counter() - started
        return self.read(name)

    def read(self, name: str) -> DataFrame:
        return self.spark.read.format("delta").load(f"{self.folder}/{name}")

    def report(self) -> None:
        for name, seconds in self.seconds.items():
            print(f"{name:24}{self.read(name).count():>12,} rows {seconds:8.2f} s")


def rebuild(spark: SparkSession, arguments: argparse.Namespace) -> None:
    started = time.perf_counter()
    conf = yaml.safe_load(arguments.conf.read_text(encoding="utf-8"))
    lakehouse = Lakehouse(spark, arguments.lakehouse)
    raw = read_raw_events(spark, arguments.input, arguments.format)
    checked = with_reason(raw, arguments.now)

    session_events = lakehouse.write("fct_session_events", fct_session_events(checked, raw, conf))
    lakehouse.write("stg_events", stg_events(session_events))
    lakehouse.write("quarantined_events", quarantined_events(checked))
    sessions = lakehouse.write("fct_sessions", fct_sessions(session_events))
    orders = lakehouse.write("fct_orders", fct_orders(session_events))
    lakehouse.write("dim_users", dim_users(session_events, orders))
    touches = lakehouse.write("fct_marketing_touches", fct_marketing_touches(sessions))
    lakehouse.write("fct_order_attribution", fct_order_attribution(orders, touches))

    seconds = time.perf_counter() - started
    lakehouse.report()
    print(f"{'all':24}{'':>12}      {seconds:8.2f} s")


def instant_argument(text: str) -> datetime.datetime:
    moment = datetime.datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)


def main() -> None:
    parser = argparse.ArgumentParser(description="Raw events to seven Delta tables and quarantined_events.")
    parser.add_argument("--input", required=True, help="the folder of the raw events")
    parser.add_argument("--lakehouse", required=True, help="the folder of the Delta tables")
    parser.add_argument("--format", choices=["parquet", "csv", "json"], default="parquet")
    parser.add_argument("--now", type=instant_argument, default=datetime.datetime.now(datetime.timezone.utc), help="the run's clock")
    parser.add_argument(
        "--conf",
        type=pathlib.Path,
        default=pathlib.Path(__file__).resolve().parents[2] / "conf" / "channels.yaml",
        help="the lists of sites, words and devices",
    )
    arguments = parser.parse_args()

    spark = (
        SparkSession.builder.appName("handwritten")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .getOrCreate()
    )
    try:
        rebuild(spark, arguments)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
