namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <content>CSV.</content>
internal static partial class BorderCases
{
    // Files with one header are read together, and each read costs Spark seconds: few headers, next to each other by name.
    private static void Csv(Action<string, string> write)
    {
        write("a_lines.csv", "\n\r\n\n" + Header + "\n"
            + "f1,2025-03-01T09:00:00Z\nf2,2025-03-01T09:00:00Z,page_view,,,,,\nf3,2025-03-01T09:00:00Z,page_view,,,,,,,x\nf4,2025-03-01T09:00:00Z,page_view,,,\n"
            + ",,,,,,\n,\n,,,,,,,\nf5\n\"f6\"\n \n\t\n\n\r\n"
            + "f7,2025-03-01T09:00:00Z,page_view,,,,{}\n"
            + "\ufefff8,2025-03-01T09:10:00Z,page_view,\ufeffx,,,\n\ufeff,2025-03-01T09:10:00Z,page_view,,,,\n\ufeff\n\"\ufefff9\",2025-03-01T09:20:00Z,page_view,,,,\"\"\n\ufeff\ufefff10 ,2025-03-01T09:10:00Z,page_view,,,,\n\ufeff\"f11\",2025-03-01T09:10:00Z,page_view,,,,\n"
            + " q1 ,\t2025-03-01T09:00:00Z , page_view ,NULL,null,NaN,\\N\n"
            + "q2,2025-03-01T09:00:00Z,page_view,\\\"a\\\",\"b\\\"\"\",'c,d'\n"
            + "#q3,2025-03-01T09:00:00Z,page_view,\u0001,\"\u0001\",\u000b\u000c,\u0085\u2028\n"
            + "q4,2025-03-01T09:00:00Z,purchase,https://shop.example/,,,\"{\"\"transaction_id\"\":\"\"T1\"\",\"\"revenue\"\":\"\"12.5\"\"}\"\n"
            + "k1,2025-03-01T09:00:00Z,page_view,ab\"c,,,\nk2,2025-03-01T09:00:00Z,page_view,\"ab\"c,,,\nk3,2025-03-01T09:00:00Z,page_view,\"ab\" ,,,\nk4,2025-03-01T09:00:00Z,page_view, \"ab\",,,\nk5,2025-03-01T09:00:00Z,page_view,\"\"x,\"\",,\n"
            + "u1,2025-03-01T09:00:00Z,caf\u00e9 \U0001f600,,,,\nu2,2025-03-01T09:00:00Z,caf[E9],,,,\nu3,2025-03-01T09:00:00Z,[C0][80],[ED][A0][80],[F4][90][80][80],,\nu4,2025-03-01T09:00:00Z,[E2][82],,,,\nu5,2025-03-01T09:00:00Z,a[FF][FE]\"b,,,,\nu6,2025-03-01T09:00:00Z,\"a\",,,,[F0][9F][98]\n"
            + "z1,2025-03-01T09:00:00Z,page[00]view,[00],\"[00]\",,\n[00]z2,2025-03-01T09:00:00Z,page_view,,,,\nz3,2025-03-01T09:00:00Z,page_view,,,,[00]\n[00]\nz4,2025-03-01T09:00:00Z,page_view[00]\n");
        write("a_records.csv", "\ufeff" + Header + "\r\n"
            + "q5,2025-03-01T09:00:00Z,page_view,\"https://shop.example/\n?utm_source=google\",\"https://t.co/\r\nx\",\"Mozilla/5.0 (iPhone)\rx\",\r\n"
            + "\"q6\",\"2025-03-01T09:00:00Z\",\"page_view\",\"\",\"\",\"\",\"\"\r\n"
            + "q7,2025-03-01T09:00:00Z,page_view,\"a,b\",\" \",\"  x \", y \r\n"
            + "q8,2025-03-01T09:00:00Z,page_view,\"\"\"\",\"\"\"a\"\"\",\"\n\",\"\"\r\n\r\n"
            + "\ufeffb1,2025-03-01T09:10:00Z,page_view,,,,\r\n\ufeffb2,2025-03-01T09:10:00Z,\"page\r\nview\",,,,\r\n\"\n\"\n\"\",\"\"\n"
            + "k6,2025-03-01T09:00:00Z,page_view,\"opened,,,\nk7,2025-03-01T09:00:00Z,page_view,closed\",,,\n"
            + "k8,2025-03-01T09:00:00Z,page_view,\"a\nb\"c,d\"e,,\nk9,2025-03-01T09:00:00Z,page_view,a\"\nb\",,,\n\"\"\"\n\"\"x\n\"\nk10,2025-03-01T09:00:00Z,page_view,\"a\n\n\nb\",,,\n\"k11\n\",2025-03-01T09:00:00Z\n"
            + "u7,2025-03-01T09:00:00Z,\"caf\n[E9]\",,,,\nz5,2025-03-01T09:00:00Z,page[00]view,[00],\"[00]\",\"a[00]\n[00]b\",\n[00]z6,2025-03-01T09:00:00Z,page_view,,,,\n\"z7\n[00]\",2025-03-01T09:00:00Z,page_view,,,,\"[00]\"\n"
            + "m1,2025-03-01T09:10:00Z,page_view,,,,\rm2,2025-03-01T09:10:00Z,\"page\rview\",,,,\n\rm3,2025-03-01T09:10:00Z,page_view,,,,");
        write("a odd name %20+\u00fc#,;=&.csv", Header + "\nw1,2025-03-01T09:00:00Z,page_view,,,,\rw2,,page_view,,,,\r\rw3,x\"\r");
        write("a_empty.csv", string.Empty);
        write("a_only_lines.csv", "\n\r\n\r");
        write("a_only_header.csv", Header);
        write("b_order.csv", "event_name,color,timestamp,client_id,price\npage_view,red,2025-03-01T09:00:00Z,o1,1\n,red,,,\n,,,,\n,red,2025-03-01T09:00:00Z,,\nclick,,2025-03-01T10:00:00Z,o1,\n\"\",\"red\",\"\",\"\",\"\"\n");
        write("c_header.csv", "clientId;client_id;\"Time\"\"stamp\";Timestamp;\" EVENT_NAME \";\"more\n\"\nn1;;x;2025-03-01T09:00:00Z;a,b;\n;n2;;2025-03-01 09:00:00;c;\nn3;undefined;;2025-03-01 09:00:00;c;\nn4;n5;;1740819600;\"d;e\";\"x\ny\"");
    }
}
