namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <content>Odd URLs and times; URLs as JSON writes them.</content>
internal static partial class BorderCases
{
    private static readonly string[] Urls =
    [
        "\"https://shop.example/?utm_source=google&utm_medium=cpc&utm_campaign=a%20b+c\"", "\"https://shop.example/?utm_source=%E9&utm_medium=%\"", "\"https://shop.example/?utm_source=%00a&utm_medium=%zz\"",
        "\"https://shop.example/#?utm_source=google&utm_medium=cpc\"", "\"https://shop.example/?a=1?utm_source=google&utm_medium=cpc\"", "\"https://shop.example/?utm_source&utm_medium=&utm_campaign==\"",
        "\"https://shop.example/?utm_source=a&utm_source=b;utm_medium=email\"", "\"HTTPS://WWW.GOOGLE.COM:443/search?q=%C3%BC\"", "\"//www.google.com/\"", "\"www.google.com/?utm_medium=cpc\"", "\"?utm_source=x&utm_medium=email\"",
        "\"https://user:pass@m.facebook.com:8080/\"", "\"https://[::1]:80/?utm_medium=cpc\"", "\"https://www.google.com./\"", "\"https://xn--mnchen-3ya.de/\"", "\"https://m\\u00fcnchen.de/\"", "\"https://www.google.com\\\\@evil.example/\"",
        "\" https://www.google.com/ \"", "\"https://www.google.com\\n/\"", "\"android-app://com.google.android.gm/\"", "\"https://\"", "\"https:///path\"", "\"mailto:a@b.c\"", "\"about:blank\"", "\"data:text/html,x\"", "\"http://1.2.3.4/\"",
        "\"https://shop.example/?UTM_Source=Google&utm_medium=CPC\"", "\"https://shop.example/?utm_source=%F0%9F%98%80&amp;utm_medium=cpc\"", "\"https://shop.example/?utm%5Fsource=google&utm_medium=%63pc\"", "\"https://\\u0130stanbul.example/?utm_source=\\u0130\\u0131\\u00df\\u03a3\"",
        "\"https://shop.example/?gclid=1&utm_source=%2525\"", "\"https://shop.example/?utm_source=a%0Ab&utm_medium=%20email%20\"", "\"https://shop.example/?utm_source=\\u0000x&utm_medium=e\\u0000mail\"", "\"https://shop.example/?utm_source=%C0%80&utm_medium=%ED%A0%80\"",
    ];

    private static readonly string[] Times =
    [
        "2025-03-01T09:00:00Z", "2025-03-01t09:00:00z", "2025-03-01 09:00", "2025-03-01", "2025-03-01T09:00:00.1234567Z", "2025-03-01T09:00:00,5+01", "2025-03-01T09:00:00+0130", "2025-03-01T09:00:00-00:00", "2025-03-01 09:00:00 UTC",
        "2025-03-01T24:00:00Z", "2025-03-01T23:59:60Z", "2025-02-29T00:00:00Z", "2024-02-29T00:00:00Z", "2025-3-1T9:00:00Z", "1740819600", "1740819600123", "1740819600123456", "174081960", "17408196001", "-1740819600", "1740819600.5", " 2025-03-01T09:00:00Z ",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2025-03-05T00:00:00Z", "2025-03-05T00:00:01Z", "2025-03-06T00:00:00Z", "2025-03-07T00:00:00Z", "\\u0662025-03-01T09:00:00Z", "\\u0661740819600", "2025-03-01T09:00:00\\u0000Z",
        "2025-03-01T09:00:00.Z", "2025-03-01T09:00:00+24:00", "2025-03-01T09:00:00+14:00", "2025-03-01T09:00:00+18:00", "2025-03-01T09:00:00+1:00", "2025-03-01T09:00:00GMT", "2025-03-01T09Z", "20250301T090000Z", "now", "epoch", "infinity", "tomorrow",
    ];
}
