using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Delta;

/// <summary>Joins small files of a table into larger ones; no row changes.</summary>
public sealed class DeltaOptimizeBuilder
{
    private readonly SparkSession _session;
    private readonly string _path;
    private readonly ImmutableDictionary<string, string>.Builder _options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);

    internal DeltaOptimizeBuilder(SparkSession session, string path)
    {
        _session = session;
        _path = path;
    }

    /// <summary>An option. Not in Delta's own API.</summary>
    /// <param name="key"><c>targetFileSize</c> (bytes), <c>minFileSize</c> (bytes, from which a file stays as it is) or <c>sortBy</c> (a date column; in process alone).</param>
    /// <param name="value">Its value.</param>
    /// <returns>This.</returns>
    public DeltaOptimizeBuilder Option(string key, string value)
    {
        _options[key] = value;
        return this;
    }

    /// <summary>Does it.</summary>
    /// <returns>What was done, with the version made.</returns>
    /// <exception cref="QueryExecutionException">The table changed meanwhile, or storage failed.</exception>
    public CommandResult ExecuteCompaction() => _session.Execute(new OptimizeCommand(_path, _options.ToImmutable()));
}
