using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class SettingsErrorTests
{
    [Theory]
    [InlineData("time_zone: UTC\nsesion_timeout: 5m", "my.yaml, line 2, column 1: unknown setting 'sesion_timeout'; did you mean 'session_timeout'?")]
    [InlineData("event_names:\n  purchase: [a]", "my.yaml, line 2, column 3: unknown setting 'event_names.purchase'; did you mean 'event_names.purchases'?")]
    [InlineData("rule: []", "my.yaml, line 1, column 1: unknown setting 'rule'; did you mean 'rules'?")]
    [InlineData("session_timeout: -30m", "my.yaml, line 1, column 18: 'session_timeout' must not be negative, but is '-30m'")]
    [InlineData("session_timeout: 0s", "my.yaml, line 1, column 18: 'session_timeout' must be longer than zero")]
    [InlineData("session_timeout: 30", "my.yaml, line 1, column 18: 'session_timeout' must be a duration such as 90s, 30m, 1h30m or 7d, not '30'")]
    [InlineData("session_timeout: 30m1h", "my.yaml, line 1, column 18: 'session_timeout' must be a duration such as 90s, 30m, 1h30m or 7d, not '30m1h'")]
    [InlineData("max_future: 40000d", "my.yaml, line 1, column 13: 'max_future' must be at most 36500d, but is '40000d'")]
    [InlineData("session_timeout: [30m]", "my.yaml, line 1, column 18: 'session_timeout' must be a single value, not a list")]
    [InlineData("session_timeout:", "my.yaml, line 1, column 17: 'session_timeout' has no value; leave the key out to keep its default")]
    [InlineData("time_zone: Europe/Berln", "my.yaml, line 1, column 12: unknown time zone 'Europe/Berln' in 'time_zone'; did you mean 'Europe/Berlin'?")]
    [InlineData("time_zone: europe/berlin", "my.yaml, line 1, column 12: unknown time zone 'europe/berlin' in 'time_zone'; did you mean 'Europe/Berlin'?")]
    [InlineData("click_ids: yes", "my.yaml, line 1, column 12: 'click_ids' must be true or false, not 'yes'")]
    [InlineData("attribution_models: [first_click, liner]", "my.yaml, line 1, column 35: unknown attribution model 'liner' in 'attribution_models'; did you mean 'linear'?")]
    [InlineData("attribution_models: []", "my.yaml, line 1, column 21: 'attribution_models' must not be empty")]
    [InlineData("attribution_models: linear", "my.yaml, line 1, column 21: 'attribution_models' must be a list, as in [a, b]")]
    [InlineData("attribution_models: [linear, linear]", "my.yaml, line 1, column 30: 'attribution_models' holds 'linear' twice")]
    [InlineData("utm_from: [cookies]", "my.yaml, line 1, column 12: unknown place of UTM values 'cookies' in 'utm_from'; there are: event_data, page_url, page_fragment")]
    [InlineData("utm_parameters: { source: [a=b] }", "my.yaml, line 1, column 28: 'utm_parameters.source' must hold names of URL parameters as they are written there, in ASCII without blanks, &, = and #, not 'a=b'")]
    [InlineData("order_time: latst", "my.yaml, line 1, column 13: unknown time of orders 'latst' in 'order_time'; did you mean 'latest'?")]
    [InlineData("own_hosts: ['https://pay.example/']", "my.yaml, line 1, column 13: 'own_hosts' must hold hosts without scheme, port and path, as in pay.example.com, not 'https://pay.example/'")]
    [InlineData("event_names: { pageviews: [''] }", "my.yaml, line 1, column 28: 'event_names.pageviews' must not hold an empty text")]
    [InlineData("event_names: [a]", "my.yaml, line 1, column 14: 'event_names' must be a group of keys with values, not a list")]
    [InlineData("paths: { revenue: revenue }", "my.yaml, line 1, column 19: 'paths.revenue' must be $ and keys, as in $.order.id, not 'revenue'")]
    [InlineData("files: { target_file_size: 1KB }", "my.yaml, line 1, column 28: 'files.target_file_size' must be at least 1MB, but is '1KB'")]
    [InlineData("files: { compact_above: -1 }", "my.yaml, line 1, column 25: 'files.compact_above' must be a whole number from 0, not '-1'")]
    [InlineData("files: { target_file_size: big }", "my.yaml, line 1, column 28: 'files.target_file_size' must be a size such as 512KB, 128MB or 1GB, not 'big'")]
    [InlineData("- time_zone", "my.yaml, line 1, column 1: the settings must be a group of keys with values, not a list")]
    [InlineData("time_zone: UTC\n---\ntime_zone: UTC", "my.yaml, line 3, column 1: a second document begins; a settings file holds one")]
    public void Load_WhenASettingIsWrong_SaysWhatWhereAndWhatToDo(string text, string message)
    {
        Assert.Equal(message, SettingsFile.Refusal(text));
    }

    [Theory]
    [InlineData("time_zone: [UTC", "my.yaml, line 2, column 1: not readable as YAML: ")]
    [InlineData("time_zone: UTC\ntime_zone: UTC", "my.yaml, line 2, column 1: not readable as YAML: ")]
    public void Load_WhenFileIsNoYaml_SaysWhere(string text, string beginning)
    {
        Assert.StartsWith(beginning, SettingsFile.Refusal(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sesion_timeout=5m", "--set sesion_timeout: unknown setting 'sesion_timeout'; did you mean 'session_timeout'?")]
    [InlineData("session_timeout=-5m", "--set session_timeout: 'session_timeout' must not be negative, but is '-5m'")]
    [InlineData("session_timeout=", "--set session_timeout: 'session_timeout' has no value; leave the key out to keep its default")]
    [InlineData("event_names.purchase=[a]", "--set event_names.purchase: unknown setting 'event_names.purchase'; did you mean 'event_names.purchases'?")]
    [InlineData("session_timeout", "--set session_timeout: expected key=value, as in --set session_timeout=45m")]
    [InlineData("=5m", "--set =5m: expected key=value, as in --set session_timeout=45m")]
    public void Load_WhenAnAssignmentIsWrong_NamesIt(string assignment, string message)
    {
        Assert.Equal(message, SettingsFile.Refusal("", assignment));
    }

    [Theory]
    [InlineData("thousands=.", "'revenue_separators.decimal' (default) and 'revenue_separators.thousands' (--set) must be two different signs, but both are point")]
    [InlineData("decimal=comma thousands=,", "'revenue_separators.decimal' (--set) and 'revenue_separators.thousands' (--set) must be two different signs, but both are comma")]
    public void Load_WhenSeparatorsAreTheSame_NamesBoth(string assignments, string message)
    {
        Assert.Equal(message, SettingsFile.Refusal("", [.. assignments.Split(' ').Select(one => "revenue_separators." + one)]));
    }

    [Fact]
    public void Load_WhenSeparatorsAreExchanged_IsNoErrorWhateverTheOrder()
    {
        Assert.Equal(',', SettingsFile.Load("revenue_separators: { thousands: point, decimal: comma }").Analytics.RevenueSeparators.Decimal);
    }

    [Fact]
    public void Load_WhenFileIsAbsent_SaysSo()
    {
        var path = Path.Combine(Path.GetTempPath(), "no-such-folder-of-settings", "my.yaml");

        var exception = Assert.Throws<SettingsException>(() => SettingsLoader.Load(path));

        Assert.StartsWith($"{path}: the settings file cannot be read: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WhenFileIsNotUtf8_SaysSo()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, [0x61, 0x3a, 0x20, 0xff]);
        try
        {
            var exception = Assert.Throws<SettingsException>(() => SettingsLoader.Load(path));

            Assert.StartsWith($"{path}: the settings file cannot be read: ", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
