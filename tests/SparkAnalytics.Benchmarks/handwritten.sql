-- The seven tables of the models and quarantined_events from raw Parquet events, written by hand for DuckDB: the yardstick
-- that `spark-analytics rebuild` is measured against, and a second calculation of the same rules (default settings, UTC).
-- Variables: input (path or glob), output (a folder), run_clock (TIMESTAMPTZ).

SET TimeZone = 'UTC';
SET preserve_insertion_order = false;

-- Sites, as in conf/channels.yaml -------------------------------------------------------------------------------------

CREATE TEMP TABLE site_hosts AS
SELECT 'mail' AS kind, unnest([
  'mail.google.com', 'gmail.com', 'googlemail.com', 'inbox.google.com', 'outlook.live.com', 'outlook.office.com', 'outlook.office365.com',
  'outlook.com', 'hotmail.com', 'mail.live.com', 'mail.yahoo.com', 'mail.yahoo.co.jp', 'mail.aol.com', 'mail.proton.me', 'mail.protonmail.com',
  'mail.zoho.com', 'mail.zoho.eu', 'mail.zoho.in', 'app.fastmail.com', 'app.tuta.com', 'mail.tutanota.com', 'app.hey.com', 'mail.mailbox.org',
  'posteo.de', 'navigator.gmx.net', '3c.gmx.net', 'navigator.web.de', '3c.web.de', 'email.t-online.de', 'webmail.freenet.de', 'mail.yandex.*',
  'e.mail.ru', 'm.mail.ru', 'touch.mail.ru', 'light.mail.ru', 'mail.rambler.ru', 'mail.ukr.net', 'mail.qq.com', 'exmail.qq.com', 'mail.163.com',
  'mail.126.com', 'mail.yeah.net', 'mail.sina.com.cn', 'mail.sohu.com', 'mail.aliyun.com', 'mail.naver.com', 'mail.daum.net', 'mail.nate.com',
  'mail.rediff.com', 'mail.orange.fr', 'webmail.orange.fr', 'messagerie.orange.fr', 'messagerie.sfr.fr', 'webmail.sfr.fr', 'webmail.free.fr',
  'zimbra.free.fr', 'webmail.laposte.net', 'mail.libero.it', 'mail.virgilio.it', 'mail.tiscali.it', 'poczta.onet.pl', 'poczta.wp.pl', 'poczta.o2.pl',
  'poczta.interia.pl', 'email.seznam.cz', 'mail.centrum.cz', 'webmail.telenet.be', 'webmail.ziggo.nl', 'webmail.kpnmail.nl', 'connect.xfinity.com',
  'webmail.spectrum.net', 'webmail.earthlink.net', 'email.bt.com', 'mail.sky.com', 'email.telstra.com', 'mail.terra.com.br', 'email.uol.com.br',
  'email.bol.uol.com.br', 'com.google.android.gm', 'com.google.android.gm.lite', 'com.microsoft.office.outlook',
  'com.yahoo.mobile.client.android.mail', 'com.aol.mobile.aolapp', 'ch.protonmail.android', 'com.samsung.android.email.provider', 'com.fsck.k9',
  'me.bluemail.mail', 'com.readdle.spark', 'com.my.mail', 'ru.mail.mailapp', 'ru.yandex.mail', 'de.gmx.mobile.android.mail',
  'de.web.mobile.android.mail']) AS host
UNION ALL
SELECT 'service' AS kind, unnest([
  'docs.google.com', 'drive.google.com', 'sites.google.com', 'calendar.google.com', 'classroom.google.com', 'chat.google.com', 'meet.google.com',
  'groups.google.com', 'keep.google.com', 'contacts.google.com', 'accounts.google.com', 'play.google.com', 'disk.yandex.*', 'docs.yandex.*',
  'pan.baidu.com']) AS host
UNION ALL
SELECT 'search' AS kind, unnest([
  'google.*', 'googleadservices.com', 'bing.com', 'search.msn.com', 'search.live.com', 'search.yahoo.com', 'search.yahoo.co.jp', 'duckduckgo.com',
  'duck.com', 'ecosia.org', 'qwant.com', 'qwantjunior.com', 'startpage.com', 'ixquick.com', 'search.brave.com', 'kagi.com', 'mojeek.com',
  'swisscows.com', 'metager.org', 'metager.de', 'presearch.com', 'presearch.org', 'yep.com', 'you.com', 'gibiru.com', 'lilo.org', 'oceanhero.today',
  'karmasearch.org', 'search.aol.com', 'search.aol.co.uk', 'suche.aol.de', 'recherche.aol.fr', 'ask.com', 'dogpile.com', 'webcrawler.com',
  'metacrawler.com', 'info.com', 'excite.com', 'search.lycos.com', 'hotbot.com', 'altavista.com', 'alltheweb.com', 'entireweb.com', 'gigablast.com',
  'zapmeta.com', 'exalead.com', 'petalsearch.com', 'search-results.com', 'mysearch.com', 'mywebsearch.com', 'search.conduit.com',
  'search.babylon.com', 'search.avira.com', 'search.xfinity.com', 'search.earthlink.net', 'search.bt.com', 'suche.t-online.de', 'suche.web.de',
  'suche.gmx.net', 'suche.freenet.de', 'fireball.de', 'search.ch', 'lemoteur.orange.fr', 'search.free.fr', 'ricerca.virgilio.it', 'search.tiscali.it',
  'arianna.libero.it', 'pesquisa.sapo.pt', 'busca.uol.com.br', 'szukaj.onet.pl', 'szukaj.wp.pl', 'search.seznam.cz', 'najdi.si', 'yandex.*', 'ya.ru',
  'go.mail.ru', 'nova.rambler.ru', 'search.ukr.net', 'meta.ua', 'baidu.com', 'sogou.com', 'so.com', 'haosou.com', 'sm.cn', 'youdao.com',
  'search.naver.com', 'search.daum.net', 'search.nate.com', 'search.zum.com', 'search.goo.ne.jp', 'websearch.rakuten.co.jp', 'search.biglobe.ne.jp',
  'search.smt.docomo.ne.jp', 'coccoc.com', 'search.rediff.com', 'com.google.android.googlequicksearchbox', 'com.google.android.apps.searchlite',
  'com.google.ar.lens', 'com.microsoft.bing', 'com.duckduckgo.mobile.android', 'com.ecosia.android', 'com.qwant.liberty', 'ru.yandex.searchplugin',
  'com.baidu.searchbox', 'com.nhn.android.search', 'net.daum.android.daum', 'jp.co.yahoo.android.yjtop', 'cz.seznam.sbrowser']) AS host
UNION ALL
SELECT 'social' AS kind, unnest([
  'facebook.com', 'facebook.net', 'fb.com', 'fb.me', 'fb.watch', 'messenger.com', 'm.me', 'workplace.com', 'instagram.com', 'ig.me', 'threads.net',
  'threads.com', 'twitter.com', 'x.com', 't.co', 'tweetdeck.com', 'nitter.net', 'tiktok.com', 'douyin.com', 'kuaishou.com', 'kwai.com', 'pinterest.*',
  'pin.it', 'linkedin.com', 'lnkd.in', 'slideshare.net', 'youtube.com', 'youtube-nocookie.com', 'youtu.be', 'vimeo.com', 'dailymotion.com',
  'twitch.tv', 'rumble.com', 'odysee.com', 'reddit.com', 'redd.it', 'snapchat.com', 'whatsapp.com', 'wa.me', 'telegram.org', 'telegram.me', 't.me',
  'discord.com', 'discord.gg', 'discordapp.com', 'tumblr.com', 'quora.com', 'medium.com', 'substack.com', 'flickr.com', 'imgur.com', '9gag.com',
  '500px.com', 'behance.net', 'dribbble.com', 'deviantart.com', 'soundcloud.com', 'goodreads.com', 'last.fm', 'meetup.com', 'nextdoor.com',
  'nextdoor.co.uk', 'yelp.com', 'bsky.app', 'mastodon.social', 'mastodon.online', 'mstdn.social', 'mstdn.jp', 'fosstodon.org', 'counter.social',
  'truthsocial.com', 'gab.com', 'gettr.com', 'minds.com', 'mewe.com', 'bereal.com', 'clubhouse.com', 'lemon8-app.com', 'linktr.ee', 'plurk.com',
  'digg.com', 'delicious.com', 'stumbleupon.com', 'mix.com', 'flipboard.com', 'scoop.it', 'diigo.com', 'folkd.com', 'livejournal.com', 'blogger.com',
  'foursquare.com', 'swarmapp.com', 'myspace.com', 'badoo.com', 'tagged.com', 'hi5.com', 'skyrock.com', 'viadeo.com', 'xing.com', 'wykop.pl', 'nk.pl',
  'hyves.nl', 'draugiem.lv', 'tuenti.com', 'taringa.net', 'vk.com', 'vk.ru', 'vkontakte.ru', 'vkvideo.ru', 'ok.ru', 'odnoklassniki.ru', 'my.mail.ru',
  'rutube.ru', 'dzen.ru', 'pikabu.ru', 'habr.com', 'weibo.com', 'weibo.cn', 't.cn', 'weixin.qq.com', 'wechat.com', 'qzone.qq.com', 'renren.com',
  'douban.com', 'zhihu.com', 'xiaohongshu.com', 'xhslink.com', 'bilibili.com', 'b23.tv', 'line.me', 'lin.ee', 'ameba.jp', 'mixi.jp', 'nicovideo.jp',
  'kakao.com', 'band.us', 'cafe.naver.com', 'blog.naver.com', 'cyworld.com', 'zalo.me', 'sharechat.com', 'viber.com', 'com.facebook.katana',
  'com.facebook.lite', 'com.facebook.orca', 'com.facebook.mlite', 'com.instagram.android', 'com.instagram.lite', 'com.instagram.barcelona',
  'com.twitter.android', 'com.twitter.android.lite', 'com.zhiliaoapp.musically', 'com.ss.android.ugc.trill', 'com.ss.android.ugc.aweme',
  'com.pinterest', 'com.pinterest.twa', 'com.linkedin.android', 'com.google.android.youtube', 'tv.twitch.android.app', 'com.reddit.frontpage',
  'com.andrewshu.android.reddit', 'com.snapchat.android', 'com.whatsapp', 'com.whatsapp.w4b', 'org.telegram.messenger', 'com.discord', 'com.tumblr',
  'com.quora.android', 'com.nextdoor', 'xyz.blueskyweb.app', 'org.joinmastodon.android', 'com.vkontakte.android', 'ru.ok.android', 'com.sina.weibo',
  'com.tencent.mm', 'com.xingin.xhs', 'com.zhihu.android', 'tv.danmaku.bili', 'jp.naver.line.android', 'com.kakao.talk', 'com.viber.voip',
  'com.xing.android']) AS host;

CREATE TEMP TABLE site_names AS
SELECT 'search' AS kind, unnest([
  'google', 'bing', 'yahoo', 'duckduckgo', 'ddg', 'baidu', 'yandex', 'ecosia', 'naver', 'daum', 'seznam', 'qwant', 'startpage', 'brave', 'aol', 'ask',
  'sogou', 'kagi', 'mojeek', 'msn']) AS name
UNION ALL
SELECT 'social' AS kind, unnest([
  'facebook', 'fb', 'instagram', 'ig', 'threads', 'meta', 'twitter', 'x', 'tiktok', 'tt', 'pinterest', 'pin', 'linkedin', 'li', 'youtube', 'yt',
  'reddit', 'snapchat', 'snap', 'whatsapp', 'telegram', 'discord', 'tumblr', 'quora', 'vk', 'vkontakte', 'ok', 'weibo', 'wechat', 'line', 'kakao',
  'bluesky', 'mastodon', 'twitch', 'vimeo', 'xing', 'nextdoor', 'messenger']) AS name;

-- Small rules ---------------------------------------------------------------------------------------------------------

CREATE TEMP MACRO ascii_trim(t) AS trim(t, E' \t\n\v\f\r');

CREATE TEMP MACRO clean_tag(t) AS
  CASE WHEN lower(ascii_trim(t)) NOT IN ('', 'null', 'undefined', '(not set)') THEN ascii_trim(t) END;

-- Text trimmed, an integer by its digits, NULL for anything else.
CREATE TEMP MACRO json_text(j) AS
  CASE WHEN starts_with(j::VARCHAR, '"') THEN nullif(ascii_trim(j ->> '$'), '')
       WHEN regexp_full_match(j::VARCHAR, '-?[0-9]+') THEN j::VARCHAR END;

CREATE TEMP MACRO json_amount(j) AS
  CASE WHEN starts_with(j::VARCHAR, '"') THEN
         CASE WHEN regexp_full_match(j ->> '$', '[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?') THEN try_cast(j ->> '$' AS DECIMAL(18, 2)) END
       WHEN regexp_full_match(j::VARCHAR, '[-0-9.eE+]+') THEN try_cast(j::VARCHAR AS DECIMAL(18, 2)) END;

CREATE TEMP MACRO query_decoded(t) AS
  CASE WHEN regexp_full_match(t, '([^%]|%[0-9A-Fa-f]{2})*') THEN coalesce(try(url_decode(replace(t, '+', ' '))), t) ELSE t END;

-- The first value of that name that is not empty.
CREATE TEMP MACRO query_value(query, name) AS
  list_filter(
    list_transform(regexp_extract_all(query, '(?:^|&)' || name || '=([^&]*)', 1), lambda t: query_decoded(t)),
    lambda t: ascii_trim(t) <> '')[1];

CREATE TEMP MACRO host_of(url) AS
  nullif(rtrim(lower(regexp_extract(ascii_trim(url), '^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:@\s]+)', 1)), '.'), '');

CREATE TEMP MACRO site_of(host) AS
  CASE WHEN regexp_full_match(host, '[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+|\[.*') THEN host
       ELSE coalesce(
         nullif(regexp_extract(host, '[^.]+\.(?:ac|co|com|edu|go|gob|gov|ltd|me|mil|ne|net|nom|or|org|plc|sch)\.[a-z]{2}$'), ''),
         nullif(regexp_extract(host, '[^.]+\.[^.]+$'), ''),
         host) END;

-- A listed host stands for its sub-domains too, and '.*' at its end for every country form.
CREATE TEMP MACRO hosts_pattern(wanted) AS (
  SELECT '(.*\.)?(' || string_agg(replace(replace(host, '.', '\.'), '\.*', '\.([a-z]{2,3}|com?\.[a-z]{2})'), '|') || ')'
  FROM site_hosts WHERE kind = wanted);
SET VARIABLE mail_hosts = hosts_pattern('mail');
SET VARIABLE service_hosts = hosts_pattern('service');
SET VARIABLE search_hosts = hosts_pattern('search');
SET VARIABLE social_hosts = hosts_pattern('social');

CREATE TEMP MACRO site_kind(host) AS
  CASE WHEN regexp_full_match(host, getvariable('mail_hosts')) THEN 'mail'
       WHEN regexp_full_match(host, getvariable('service_hosts')) THEN 'service'
       WHEN regexp_full_match(host, getvariable('search_hosts')) THEN 'search'
       WHEN regexp_full_match(host, getvariable('social_hosts')) THEN 'social' END;

-- Raw rows: id, time, reasons for quarantine, exact duplicates --------------------------------------------------------

CREATE TEMP TABLE raw_events AS
WITH read_events AS (
  SELECT client_id, "clientId", "timestamp", event_name, page_url, referrer, user_agent, event_data,
    ascii_trim("timestamp") AS timestamp_text, filename AS source_file
  FROM read_parquet(getvariable('input'), filename = true, union_by_name = true)
),
timed_events AS (
  SELECT *,
    CASE WHEN regexp_full_match(timestamp_text,
           '(19[7-9]|[2-9][0-9][0-9])[0-9]-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-](0[0-9]|1[0-8]):?[0-5][0-9])?')
         THEN try_cast(timestamp_text AS TIMESTAMPTZ) END AS event_ts
  FROM read_events
)
SELECT
  md5(concat_ws(chr(31),
    coalesce(client_id, chr(30)), coalesce("clientId", chr(30)), coalesce("timestamp", chr(30)), coalesce(event_name, chr(30)),
    coalesce(page_url, chr(30)), coalesce(referrer, chr(30)), coalesce(user_agent, chr(30)), coalesce(event_data, chr(30)))) AS event_id,
  coalesce(nullif(ascii_trim(client_id), ''), nullif(ascii_trim("clientId"), '')) AS user_id,
  event_ts,
  CASE WHEN coalesce(timestamp_text, '') = '' THEN 'timestamp_missing'
       WHEN event_ts IS NULL THEN 'timestamp_unreadable'
       WHEN coalesce(ascii_trim(event_name), '') = '' THEN 'event_name_missing'
       WHEN event_ts > getvariable('run_clock') + INTERVAL 1 DAY THEN 'timestamp_in_future' END AS reason,
  client_id, "clientId", "timestamp", event_name, page_url, referrer, user_agent, event_data, source_file
FROM timed_events;

-- Rows that were there before: later copies of the same event_id.
CREATE TEMP TABLE copies AS
SELECT rowid AS row_number
FROM raw_events JOIN (SELECT event_id, min(rowid) AS first_row FROM raw_events GROUP BY event_id HAVING count(*) > 1) AS repeated USING (event_id)
WHERE rowid > first_row;

COPY (
  SELECT event_id, reason, source_file, NULL::VARCHAR AS raw_text,
    client_id, "clientId", "timestamp", event_name, page_url, referrer, user_agent, event_data
  FROM raw_events WHERE reason IS NOT NULL AND rowid NOT IN (SELECT row_number FROM copies)
) TO (getvariable('output') || '/quarantined_events.parquet') (FORMAT parquet, COMPRESSION zstd);

-- What can be said of each referrer and each user agent, once for each distinct one -----------------------------------

CREATE TEMP TABLE referrers AS
SELECT referrer, site_of(host) AS site,
  CASE WHEN host IS NULL THEN 'none' ELSE coalesce(site_kind(host), 'other') END AS kind
FROM (SELECT referrer, host_of(referrer) AS host FROM (SELECT DISTINCT referrer FROM raw_events WHERE referrer IS NOT NULL));

-- Scheme and host of a page, cheap to cut out; few distinct ones.
CREATE TEMP MACRO origin_of(url) AS split_part(url, '/', 1) || '//' || split_part(url, '/', 3);

CREATE TEMP TABLE page_origins AS
SELECT origin, site_of(host_of(origin)) AS site
FROM (SELECT DISTINCT origin_of(page_url) AS origin FROM raw_events WHERE page_url IS NOT NULL);

CREATE TEMP TABLE user_agents AS
SELECT user_agent,
  CASE WHEN regexp_matches(agent, '(^|[^u])bot|crawl|spider|slurp|externalhit|google-read-aloud|headless|preview|lighthouse|monitor|^(curl|wget|python|java|okhttp|go-http|ruby|php|node|axios)|python-|httpclient|playstation|xbox|smart-?tv')
         THEN 'Unknown'
       WHEN regexp_matches(agent, 'iphone|ipad|ipod|android|mobile|tablet|kindle|silk/|blackberry|opera mini') THEN 'Mobile'
       WHEN regexp_matches(agent, 'windows|macintosh|x11|linux|cros ') THEN 'Desktop'
       ELSE 'Unknown' END AS device_type
FROM (SELECT user_agent, lower(user_agent) AS agent FROM (SELECT DISTINCT user_agent FROM raw_events WHERE user_agent IS NOT NULL));

-- stg_events ----------------------------------------------------------------------------------------------------------

CREATE TEMP TABLE stg_events AS
WITH valid_data AS (
  -- json_valid lets NaN and trailing commas pass, so these are sought in what is left without strings.
  SELECT * EXCLUDE (reason, source_file, client_id, "clientId", "timestamp"),
    CASE WHEN json_valid(event_data) AND json_type(event_data) = 'OBJECT'
      AND NOT regexp_matches(regexp_replace(event_data, '"([^"\\]|\\.)*"', '""', 'g'), '(?i),\s*[}\]]|nan|inf')
      AND len(json_keys(event_data)) = len(list_distinct(json_keys(event_data)))
      THEN event_data::JSON END AS data
  FROM raw_events WHERE reason IS NULL AND rowid NOT IN (SELECT row_number FROM copies)
),
extracted AS (
  SELECT * EXCLUDE (data),
    CASE WHEN data IS NOT NULL THEN json_extract(data, ['$.transaction_id', '$.revenue', '$.utm_source', '$.utm_medium', '$.utm_campaign']) END AS members,
    CASE WHEN contains(page_url, 'utm_') THEN regexp_extract(page_url, '^[^?#]*\?([^#]*)', 1) END AS query
  FROM valid_data
),
data_tags AS (
  SELECT * EXCLUDE (members),
    json_text(members[1]) AS transaction_id, json_amount(members[2]) AS revenue,
    clean_tag(json_text(members[3])) AS data_source, clean_tag(json_text(members[4])) AS data_medium, clean_tag(json_text(members[5])) AS data_campaign,
    data_source IS NULL AND data_medium IS NULL AND data_campaign IS NULL AND query IS NOT NULL AS use_query
  FROM extracted
),
query_tags AS (
  SELECT * EXCLUDE (query),
    CASE WHEN use_query THEN query_value(query, 'utm_source') END AS query_source,
    CASE WHEN use_query THEN query_value(query, 'utm_medium') END AS query_medium,
    CASE WHEN use_query THEN query_value(query, 'utm_campaign') END AS query_campaign
  FROM data_tags
),
tags AS (
  SELECT * EXCLUDE (use_query, data_source, data_medium, data_campaign, query_source, query_medium, query_campaign),
    coalesce(data_source, clean_tag(query_source)) AS utm_source,
    coalesce(data_medium, clean_tag(query_medium)) AS utm_medium,
    coalesce(data_campaign, clean_tag(query_campaign)) AS utm_campaign
  FROM query_tags
),
judged AS (
  SELECT tags.*, coalesce(user_agents.device_type, 'Unknown') AS device_type,
    coalesce(utm_source, utm_medium, utm_campaign) IS NOT NULL AS tagged,
    lower(utm_source) AS source, lower(utm_medium) AS medium,
    CASE WHEN source IN (SELECT name FROM site_names WHERE kind = 'search') THEN 'search'
         WHEN source IN (SELECT name FROM site_names WHERE kind = 'social') THEN 'social'
         WHEN contains(source, '.') THEN site_kind(source) END AS source_kind,
    CASE WHEN referrers.kind IS NULL OR referrers.kind = 'none' THEN 'none'
         WHEN referrers.site = page_origins.site THEN 'internal'
         ELSE referrers.kind END AS referrer_kind
  FROM tags
  LEFT JOIN referrers USING (referrer)
  LEFT JOIN user_agents USING (user_agent)
  LEFT JOIN page_origins ON page_origins.origin = origin_of(page_url)
),
decided AS (
  SELECT * EXCLUDE (tagged, source, medium, source_kind, referrer_kind),
    regexp_full_match(medium, '.*cp.*|ppc|paid.*|.*paid|retargeting|remarketing|sem') AS paid,
    CASE
      WHEN source IN ('email', 'e-mail', 'e_mail', 'e mail', 'newsletter') OR medium IN ('email', 'e-mail', 'e_mail', 'e mail', 'newsletter') THEN 'utm_mail'
      WHEN medium IN ('display', 'banner', 'expandable', 'interstitial', 'affiliate', 'affiliates', 'sponsored', 'influencer') THEN 'utm_other_paid_medium'
      WHEN paid AND (source_kind = 'search' OR regexp_full_match(medium, 'paid[-_ ]?search|search[-_](paid|cpc)|cpc[-_]search|sem')) THEN 'utm_paid_search'
      WHEN paid AND (source_kind = 'social' OR regexp_full_match(medium, 'paid[-_ ]?social|social[-_](paid|cpc)|cpc[-_]social')) THEN 'utm_paid_social'
      WHEN paid THEN 'utm_paid_other'
      WHEN source_kind = 'social' OR regexp_full_match(medium, 'social([-_ ]?(network|media))?|organic[-_ ]social|social[-_]organic|sm') THEN 'utm_social'
      WHEN medium = 'organic' OR (source_kind = 'search' AND medium IS NULL) THEN 'utm_organic_search'
      WHEN medium IN ('referral', 'app', 'link') THEN 'utm_referral'
      WHEN source IN ('direct', '(direct)') AND coalesce(medium, '(none)') = '(none)' THEN 'utm_direct'
      WHEN tagged AND referrer_kind IN ('none', 'internal') THEN 'utm_undecided'
      ELSE 'referrer_' || referrer_kind END AS channel_rule
  FROM judged
)
SELECT event_id, user_id, event_ts, event_ts::DATE AS event_date, event_name, page_url, referrer, user_agent, event_data,
  transaction_id, revenue, utm_source, utm_medium, utm_campaign,
  CASE channel_rule
    WHEN 'utm_mail' THEN 'Email' WHEN 'referrer_mail' THEN 'Email'
    WHEN 'utm_other_paid_medium' THEN 'Other Paid' WHEN 'utm_paid_other' THEN 'Other Paid'
    WHEN 'utm_paid_search' THEN 'Paid Search' WHEN 'utm_paid_social' THEN 'Paid Social'
    WHEN 'utm_social' THEN 'Social' WHEN 'referrer_social' THEN 'Social'
    WHEN 'utm_organic_search' THEN 'Organic Search' WHEN 'referrer_search' THEN 'Organic Search'
    WHEN 'utm_referral' THEN 'Referral' WHEN 'utm_undecided' THEN 'Referral' WHEN 'referrer_other' THEN 'Referral' WHEN 'referrer_service' THEN 'Referral'
    ELSE 'Direct' END AS channel,
  channel_rule, device_type
FROM decided;

DROP TABLE raw_events;

COPY stg_events TO (getvariable('output') || '/stg_events.parquet') (FORMAT parquet, COMPRESSION zstd);

-- fct_session_events --------------------------------------------------------------------------------------------------

CREATE TEMP TABLE fct_session_events AS
WITH gaps AS (
  SELECT event_id, user_id, event_ts,
    lag(event_ts) OVER (PARTITION BY user_id ORDER BY event_ts, event_id) AS previous_ts
  FROM stg_events WHERE user_id IS NOT NULL
),
numbered AS (
  SELECT event_id,
    count(*) FILTER (previous_ts IS NULL OR event_ts > previous_ts + INTERVAL 30 MINUTE)
      OVER (PARTITION BY user_id ORDER BY event_ts, event_id ROWS UNBOUNDED PRECEDING)::INTEGER AS session_seq
  FROM gaps
)
SELECT stg_events.*, session_seq, user_id || '-' || session_seq AS session_id
FROM stg_events LEFT JOIN numbered USING (event_id);

DROP TABLE stg_events;

COPY fct_session_events TO (getvariable('output') || '/fct_session_events.parquet') (FORMAT parquet, COMPRESSION zstd);

-- fct_sessions --------------------------------------------------------------------------------------------------------

CREATE TEMP TABLE fct_sessions AS
WITH ends AS (
  SELECT session_id, max(event_ts) AS session_end_ts, count(*) AS event_count,
    arg_min(event_id, struct_pack(event_ts, event_id)) AS entry_event_id
  FROM fct_session_events WHERE session_id IS NOT NULL
  GROUP BY session_id
)
SELECT first.session_id, first.user_id, first.session_seq,
  first.event_ts AS session_start_ts, session_end_ts, first.event_date AS session_date, event_count,
  first.event_name AS entry_event_name, first.page_url AS entry_page_url, first.referrer AS entry_referrer,
  first.channel AS entry_channel, first.channel_rule AS entry_channel_rule,
  first.utm_source AS entry_utm_source, first.utm_medium AS entry_utm_medium, first.utm_campaign AS entry_utm_campaign,
  first.device_type
FROM ends JOIN fct_session_events AS first ON first.event_id = ends.entry_event_id;

COPY fct_sessions TO (getvariable('output') || '/fct_sessions.parquet') (FORMAT parquet, COMPRESSION zstd);

-- dim_users -----------------------------------------------------------------------------------------------------------

COPY (
  SELECT user_id, min(event_ts) AS first_seen_ts, max(event_ts) AS last_seen_ts, max(session_seq) AS session_count, count(*) AS total_events,
    count(*) FILTER (event_name IN ('page_view', 'page_viewed')) AS pageviews,
    count(*) FILTER (event_name IN ('add_to_cart', 'product_added_to_cart')) AS adds_to_cart,
    count(*) FILTER (event_name IN ('begin_checkout', 'checkout_started')) AS checkouts_started,
    count(*) FILTER (event_name IN ('purchase', 'checkout_completed')) AS purchases,
    coalesce(sum(revenue) FILTER (event_name IN ('purchase', 'checkout_completed')), 0)::DECIMAL(28, 2) AS total_revenue
  FROM fct_session_events WHERE user_id IS NOT NULL
  GROUP BY user_id
) TO (getvariable('output') || '/dim_users.parquet') (FORMAT parquet, COMPRESSION zstd);

-- fct_orders ----------------------------------------------------------------------------------------------------------

CREATE TEMP TABLE fct_orders AS
SELECT transaction_id AS order_id, max(user_id) AS user_id, max(event_ts) AS order_ts, max(event_date) AS order_date, max(revenue) AS revenue,
  max(channel) AS order_channel, max(utm_source) AS order_utm_source, max(utm_medium) AS order_utm_medium, max(utm_campaign) AS order_utm_campaign,
  count(*) AS event_count, min(revenue) AS revenue_min, count(DISTINCT user_id) AS user_count
FROM fct_session_events
WHERE event_name IN ('purchase', 'checkout_completed') AND transaction_id IS NOT NULL
GROUP BY transaction_id;

COPY fct_orders TO (getvariable('output') || '/fct_orders.parquet') (FORMAT parquet, COMPRESSION zstd);

DROP TABLE fct_session_events;

-- fct_marketing_touches -----------------------------------------------------------------------------------------------

CREATE TEMP TABLE fct_marketing_touches AS
SELECT session_id AS touch_id, session_id, user_id, session_start_ts AS touch_ts, session_date AS touch_date,
  entry_channel AS channel, entry_channel_rule AS channel_rule,
  entry_utm_source AS utm_source, entry_utm_medium AS utm_medium, entry_utm_campaign AS utm_campaign
FROM fct_sessions WHERE entry_channel <> 'Direct';

COPY fct_marketing_touches TO (getvariable('output') || '/fct_marketing_touches.parquet') (FORMAT parquet, COMPRESSION zstd);

-- fct_order_attribution -----------------------------------------------------------------------------------------------

COPY (
  WITH eligible AS (
    SELECT orders.order_id, orders.user_id, orders.order_ts, orders.order_date, orders.revenue,
      touches.touch_id, touches.session_id, touches.touch_ts, touches.channel, touches.utm_source, touches.utm_medium, touches.utm_campaign,
      row_number() OVER (PARTITION BY orders.order_id ORDER BY touches.touch_ts)::INTEGER AS touch_index,
      count(*) OVER (PARTITION BY orders.order_id)::INTEGER AS touch_count
    FROM fct_orders AS orders
    JOIN fct_marketing_touches AS touches
      ON touches.user_id = orders.user_id AND touches.touch_ts BETWEEN orders.order_ts - INTERVAL 168 HOUR AND orders.order_ts
  )
  SELECT model, eligible.*, (epoch_us(order_ts) - epoch_us(touch_ts)) / 3600000000.0::DOUBLE AS hours_to_order,
    1::DECIMAL(9, 8) AS credit, revenue AS attributed_revenue
  FROM eligible
  JOIN (VALUES ('first_click'), ('last_click')) AS models(model)
    ON touch_index = CASE model WHEN 'first_click' THEN 1 ELSE touch_count END
) TO (getvariable('output') || '/fct_order_attribution.parquet') (FORMAT parquet, COMPRESSION zstd);
