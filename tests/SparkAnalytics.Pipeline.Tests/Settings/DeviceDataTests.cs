using System.Text.RegularExpressions;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class DeviceDataTests
{
    private static readonly IReadOnlyList<DeviceRule> _rules = SettingsLoader.Load().Channels.Devices;

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_3_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.3 Mobile/15E148 Safari/604.1", "Mobile")]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1.2 Mobile/15E148 Safari/604.1", "Mobile")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1", "Mobile")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 Chrome/133.0.0.0 Safari/537.36", "Mobile")]
    [InlineData("Mozilla/5.0 (Linux; Android 9; KFTRWI) AppleWebKit/537.36 Silk/132.1.97 like Chrome/132.0 Safari/537.36", "Mobile")]
    [InlineData("Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) AppleWebKit/537.36 Mobile Safari/537.36 Edge/15.14977", "Mobile")]
    [InlineData("Mozilla/5.0 (Linux; Android 12; CUBOT X50) AppleWebKit/537.36 Chrome/133.0.0.0 Mobile Safari/537.36", "Mobile")]
    [InlineData("Dalvik/2.1.0 (Linux; U; Android 12; Infinix X669 Build/SP1A.210812.016)", "Mobile")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/133.0.0.0 Safari/537.36", "Desktop")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.3 Safari/605.1.15", "Desktop")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/133.0.0.0 Safari/537.36", "Desktop")]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/133.0.0.0 Safari/537.36", "Desktop")]
    [InlineData("Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) Chrome/133.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Unknown")]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "Unknown")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/125.0 Safari/537.36", "Unknown")]
    [InlineData("curl/8.5.0", "Unknown")]
    [InlineData("python-requests/2.32.3", "Unknown")]
    [InlineData("okhttp/4.12.0", "Unknown")]
    [InlineData("Mozilla/5.0 (Linux; Android 9; AFTMM Build/PS7633) AppleWebKit/537.36 Chrome/133.0 Safari/537.36", "Unknown")]
    [InlineData("Microsoft Office/16.0", "Unknown")]
    [InlineData("something else", "Unknown")]
    [InlineData("", "Unknown")]
    public void Devices_WhenTheFirstPatternFoundDecides_KnowTheAgent(string agent, string device)
    {
        var found = _rules.FirstOrDefault(rule => Regex.IsMatch(agent.ToLowerInvariant(), rule.Pattern));

        Assert.Equal(device, found?.Device ?? "Unknown");
    }
}
