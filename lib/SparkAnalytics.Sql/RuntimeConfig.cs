using System.Collections.Concurrent;

namespace SparkAnalytics.Sql;

/// <summary>Settings of a session, by Spark's names.</summary>
public sealed class RuntimeConfig
{
    private readonly ConcurrentDictionary<string, string> _values;

    internal RuntimeConfig(IEnumerable<KeyValuePair<string, string>> values) => _values = new ConcurrentDictionary<string, string>(values, StringComparer.Ordinal);

    /// <summary>All settings that were given. Not in Microsoft.Spark.</summary>
    public IReadOnlyDictionary<string, string> All => _values;

    /// <summary>Gives a setting a value.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="value">The value.</param>
    public void Set(string key, string value) => _values[key] = value;

    /// <summary>Gives a setting a value.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="value">The value.</param>
    public void Set(string key, bool value) => Set(key, value ? "true" : "false");

    /// <summary>Gives a setting a value.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="value">The value.</param>
    public void Set(string key, long value) => Set(key, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A setting's value.</summary>
    /// <param name="key">The setting.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">It was not given.</exception>
    public string Get(string key) => _values.TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The setting '{key}' was not given; pass a default to Get.");

    /// <summary>A setting's value, or another where it was not given.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="defaultValue">The other value.</param>
    /// <returns>The value.</returns>
    public string Get(string key, string defaultValue) => _values.GetValueOrDefault(key, defaultValue);

    /// <summary>Takes a setting back.</summary>
    /// <param name="key">The setting.</param>
    public void Unset(string key) => _values.TryRemove(key, out _);

    /// <summary>Whether a setting can be changed while the session lives.</summary>
    /// <param name="key">The setting.</param>
    /// <returns>True for Spark SQL's settings.</returns>
    public bool IsModifiable(string key) => key.StartsWith("spark.sql.", StringComparison.Ordinal);
}
