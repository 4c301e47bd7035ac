using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Writing;

/// <summary>
/// What a command did to a table: the version from the session's setting in which Delta leaves it, the counts from the history. A command that commits nothing leaves no version.
/// </summary>
internal sealed class DeltaCommits(SparkConnection connection)
{
    private const string LastVersion = "spark.databricks.delta.lastCommitVersionInSession";
    private static readonly StructType s_commit = new([new StructField("version", new LongType()), new StructField("operationMetrics", new MapType(new StringType(), new StringType()))]);

    private static readonly Dictionary<string, string> s_settings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["txnAppId"] = "spark.databricks.delta.write.txnAppId",
        ["txnVersion"] = "spark.databricks.delta.write.txnVersion",
        ["userMetadata"] = "spark.databricks.delta.commitInfo.userMetadata",
        ["deletionVectors"] = "spark.databricks.delta.merge.deletionVectors.persistent",
        ["targetFileSize"] = "spark.databricks.delta.optimize.maxFileSize",
        ["minFileSize"] = "spark.databricks.delta.optimize.minFileSize",
    };

    /// <summary>Runs a command under options that Delta knows as settings of the session only. Nothing else may run a command in the session meanwhile.</summary>
    public CommandResult Run(string path, IReadOnlyDictionary<string, string> options, Action run)
    {
        var settings = options.Where(option => s_settings.ContainsKey(option.Key)).ToDictionary(option => s_settings[option.Key], option => option.Value);
        connection.Settings.Unset(LastVersion);
        connection.Settings.Set(settings);
        try
        {
            run();
        }
        finally
        {
            connection.Settings.Unset([.. settings.Keys]);
        }

        if (connection.Settings.Get(LastVersion) is not { } last)
        {
            return CommandResult.None;
        }

        var version = long.Parse(last, CultureInfo.InvariantCulture);
        return new CommandResult(version, () => Metrics(path, version));
    }

    private ImmutableDictionary<string, long> Metrics(string path, long version)
    {
        var history = SqlCommands.Rows($"DESCRIBE HISTORY {SqlCommands.Table(path)} LIMIT 20", connection);
        var columns = s_commit.Fields.Select(field => Dialect.Terms.Column(field.Name));
        var commit = ResultRows.Of(Compiler.RelationCompiler.Select(history, columns), s_commit, connection).FirstOrDefault(row => row.GetAs<long>(0) == version);
        return (commit?.Get(1) as IReadOnlyDictionary<object, object?> ?? ImmutableDictionary<object, object?>.Empty)
            .Where(metric => long.TryParse((string?)metric.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            .ToImmutableDictionary(metric => (string)metric.Key, metric => long.Parse((string)metric.Value!, CultureInfo.InvariantCulture));
    }
}
