namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <content>JSON lines.</content>
internal static partial class BorderCases
{
    private static void Json(Action<string, string> write)
    {
        write("lines.jsonl", "\ufeff" + """
            {"client_id":"v1","timestamp":"2025-03-01T09:00:00Z","event_name":"purchase","event_data":{"transaction_id": "T1", "revenue": 10.50, "items": [ {"id": 1.0, "n": null}, "a b" ], "x": {"y": {"z": [1, 2]}}}}
            {"client_id":"v1","timestamp":"2025-03-01T09:00:01Z","event_name":"purchase","event_data":{"transaction_id": 7, "revenue": "1e2", "utm_source": "google", "utm_medium": "cpc"}}
            {"client_id":"v1","timestamp":"2025-03-01T09:00:02Z","event_name":"purchase","event_data":"{\"transaction_id\":\"T1\",\"revenue\":\"11.005\"}"}
            {"client_id":5,"timestamp":1740819600,"event_name":true,"page_url":1.10,"referrer":-0,"user_agent":1E400}
            {"client_id":12345678901234567890123,"timestamp":1740819600123,"event_name":[1, 2 , {"a" : "b c"}],"page_url":{},"referrer":[],"user_agent":0.1e-5}
            {"client_id":null,"timestamp":1740819600123456,"event_name":"n","page_url":null,"event_data":null}
            {"client_id":"","clientId":"v2","timestamp":"2025-03-01T09:00:00Z","event_name":"","event_data":""}
            {"client_id":"v3","timestamp":"","event_name":"a"}
            {"client_id":"v3","timestamp":null,"event_name":"a"}
            {"client_id":"v3","timestamp":{"a":1},"event_name":"a"}
            {"client_id":"v3","timestamp":"2025-03-01T09:00:00Z","event_name":"\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\","page_url":"\u0000","referrer":"a\u0000b"}
            {"client_id":"v4","timestamp":"2025-03-01T09:00:00Z","event_name":"a","event_data":"{'a':1}"}
            {"client_id":"v4","timestamp":"2025-03-01T09:01:00Z","event_name":"a","event_data":"[1,2]"}
            {"client_id":"v4","timestamp":"2025-03-01T09:02:00Z","event_name":"a","event_data":[1]}
            {"client_id":"v4","timestamp":"2025-03-01T09:03:00Z","event_name":"purchase","event_data":"{\"transaction_id\":\"a\",\"transaction_id\":\"b\",\"revenue\":1,\"revenue\":2}"}
            {"client_id":"v4","timestamp":"2025-03-01T09:04:00Z","event_name":"purchase","event_data":{"transaction_id":"c","transaction_id":"d","revenue":01}}
            {"client_id":"v4","timestamp":"2025-03-01T09:05:00Z","event_name":"purchase","event_data":{"transaction_id":"\u0065","revenue":-0.005,"nested":{"transaction_id":"x"}}}
            {"client_id":"v4","timestamp":"2025-03-01T09:06:00Z","event_name":"purchase","event_data":{"transaction_id":["f"],"revenue":{"a":1}}}
            {"client_id":"v4","timestamp":"2025-03-01T09:07:00Z","event_name":"purchase","event_data":{"transaction_id":"g","revenue":99999999999999999999}}
            {"client_id":"v4","timestamp":"2025-03-01T09:08:00Z","event_name":"purchase","event_data":{"transaction_id":" h ","revenue":" 5 "}}
            {"client_id":"v4","timestamp":"2025-03-01T09:09:00Z","event_name":"purchase","event_data":{"transaction_id":true,"revenue":false}}
            {"client_id":"v4","timestamp":"2025-03-01T09:10:00Z","event_name":"purchase","event_data":{"transaction_id":1.0,"revenue":"EUR 12,50"}}
            {"color":"red"}
            {"color":null}
            {"color":""}
            {}
            {"client_id":"x1","timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"client_id":"x1","client_id":"x2","timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"client_id":"x2","timestamp":"2025-03-01T09:00:00Z","event_name":"a","event_name":null}
            {"client_id":"x2","timestamp":"2025-03-01T09:00:00Z","color":1,"color":2,"event_name":"a"}
            {"client_id":"x3","time\u0073tamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"client_id":"x3","timestamp":"2025-03-01T09:01:00Z","time\u0073tamp":"2025-03-01T09:02:00Z","event_name":"a"}
            {"client_id":"x4"
            {"client_id":"x4","timestamp":"2025-03-01T09:00:00Z","event_name":"a"},
            {"client_id":"x4","timestamp":"2025-03-01T09:00:00Z","event_name":"a",}
            {"client_id":"x4","timestamp":"2025-03-01T09:00:00Z","event_name":"a"} {"client_id":"x5"}
            {'client_id':'x4','timestamp':'2025-03-01T09:00:00Z','event_name':'a'}
            {client_id:"x4","timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"client_id":"x4","timestamp":"2025-03-01T09:00:00Z","event_name":NaN}
            {"client_id":"x4","timestamp":"2025-03-01T09:00:00Z","event_name":Infinity}
            {"client_id":007,"timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"client_id":+7,"timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"client_id":.7,"timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"client_id":7.,"timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"client_id":"x6","timestamp":"2025-03-01T09:00:00Z","event_name":"\ud83d"}
            {"client_id":"x6","timestamp":"2025-03-01T09:00:00Z","event_name":"\x41"}
            {"client_id":"x6","timestamp":"2025-03-01T09:00:00Z","event_name":"a	b"}
            {"client_id":"x6","timestamp":"2025-03-01T09:00:00Z","event_name":"a" /* c */}
            // {"client_id":"x6"}
              {  "client_id" : "x7" ,	"timestamp" : "2025-03-01T09:00:00Z" , "event_name" : "a" }  
            [1]
            "text"
            null
            true
            12
            [{"client_id":"x8"}]
            {"":1}
            {"a":{"b":}}
            {"client_id":"x9","timestamp":"2025-03-01T09:00:00Z","event_name":"[01][1F]"}
            """ + "\r\n\n \t\n"
            + "{\"client_id\":\"y1\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"a\"}\r\n"
            + "{\"client_id\":\"y2\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"a[E9]\"}\r\n"
            + "{\"client_id\":\"y3\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"a[00]\"}\n"
            + "{\"client_id\":\"y4\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"[ED][A0][80]\"}\r"
            + "[00]\n[FF]\n\u00a0\n\u2028\n\ufeff{\"client_id\":\"y5\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"a\"}\n"
            + "{\"client_id\":\"y6\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"\u0085\u2028\u007f\"}\u00a0\n"
            + "{\"client_id\":\"y7\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"a\"}[00]\n"
            + string.Concat(Urls.Select((url, index) => FormattableString.Invariant(
                $"{{\"client_id\":\"url{index}\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"a\",\"page_url\":{url},\"referrer\":\"https://www.bing.com/\"}}\n{{\"client_id\":\"ref{index}\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"a\",\"page_url\":\"https://shop.example/\",\"referrer\":{url}}}\n")))
            + string.Concat(Times.Select((time, index) => $"{{\"client_id\":\"time{index}\",\"timestamp\":\"{time}\",\"event_name\":\"a\"}}\n")));
        write("spellings.jsonl", """
            {"Client_ID":"s1"," timestamp ":"2025-03-01T09:00:00Z","EVENT_NAME":"a","colour":{"a":[1]}}
            {"client_id":"s2","timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"client_id":"s3","Client_ID":"s4","timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"client_id":"s3","Client_ID":null,"timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            {"clientid":"s5","clientId":"s6","timestamp":"2025-03-01T09:00:00Z","event_name":"a"}
            """);
        write("empty.jsonl", string.Empty);
        write("only_lines.jsonl", "\n\r\n \n");
    }
}
