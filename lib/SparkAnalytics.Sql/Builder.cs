using System.Globalization;
using SparkAnalytics.Sql.Engines;

namespace SparkAnalytics.Sql;

/// <summary>Makes a session of settings and an engine.</summary>
public sealed class Builder
{
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private Func<IReadOnlyDictionary<string, string>, IEngine>? _engine;

    internal Builder()
    {
    }

    /// <summary>Where Spark runs (<c>spark.master</c>).</summary>
    /// <param name="master">E.g. <c>local[*]</c>.</param>
    /// <returns>This.</returns>
    public Builder Master(string master) => Config("spark.master", master);

    /// <summary>The program's name (<c>spark.app.name</c>).</summary>
    /// <param name="appName">The name.</param>
    /// <returns>This.</returns>
    public Builder AppName(string appName) => Config("spark.app.name", appName);

    /// <summary>A setting.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This.</returns>
    public Builder Config(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>A setting.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This.</returns>
    public Builder Config(string key, bool value) => Config(key, value ? "true" : "false");

    /// <summary>A setting.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This.</returns>
    public Builder Config(string key, double value) => Config(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A setting.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This.</returns>
    public Builder Config(string key, long value) => Config(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>What makes the engine from the settings. Not in Microsoft.Spark, which has one engine only.</summary>
    /// <param name="engine">Makes the engine; called once.</param>
    /// <returns>This.</returns>
    public Builder Engine(Func<IReadOnlyDictionary<string, string>, IEngine> engine)
    {
        _engine = engine;
        return this;
    }

    /// <summary>The active or default session with these settings, or a new one.</summary>
    /// <returns>The session.</returns>
    /// <exception cref="InvalidOperationException">There is no session yet and no engine was given.</exception>
    public SparkSession GetOrCreate()
    {
        if ((SparkSession.GetActiveSession() ?? SparkSession.GetDefaultSession()) is { } present)
        {
            foreach (var (key, value) in _settings)
            {
                present.Conf().Set(key, value);
            }

            return present;
        }

        var make = _engine ?? throw new InvalidOperationException("No engine was given: call Engine(...) on the builder, e.g. with the embedded engine's factory.");
        var session = new SparkSession(make(_settings), new RuntimeConfig(_settings));
        SparkSession.SetActiveSession(session);
        return session;
    }
}
