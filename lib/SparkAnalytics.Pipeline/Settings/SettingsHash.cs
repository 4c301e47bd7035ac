using System.Security.Cryptography;
using System.Text;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Turns the canonical text of settings into one short value.</summary>
internal static class SettingsHash
{
    /// <summary>SHA-256 of the lines as UTF-8, each ended by a line feed, in lower hex.</summary>
    public static string Of(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
}
