using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Writing;

/// <summary>VACUUM by Spark, which knows no versions to keep: its time reaches back to where the oldest of them was followed by another.</summary>
internal sealed class Vacuums(SparkConnection connection)
{
    private const string Guard = "spark.databricks.delta.retentionDurationCheck.enabled";
    private static readonly StructType s_commits = new([new StructField("version", new LongType()), new StructField("timestamp", new TimestampType())]);
    private static readonly StructType s_paths = new([new StructField("path", new StringType())]);

    public CommandResult Run(VacuumCommand vacuum)
    {
        if (!vacuum.EnforceRetention)
        {
            connection.Settings.Set(new Dictionary<string, string> { [Guard] = "false" });
        }

        try
        {
            var statement = string.Create(CultureInfo.InvariantCulture, $"VACUUM {SqlCommands.Table(vacuum.Path)} RETAIN {Hours(vacuum):0.######} HOURS");
            var listed = Rows($"{statement} DRY RUN", s_paths).Select(row => row.GetAs<string>(0)).ToImmutableArray();

            // It would list all files once more to find none.
            if (!vacuum.DryRun && !listed.IsEmpty)
            {
                SqlCommands.Run(statement, connection);
            }

            return new CommandResult(null, ImmutableDictionary<string, long>.Empty.Add("numDeletedFiles", listed.Length), listed);
        }
        finally
        {
            connection.Settings.Unset(Guard);
        }
    }

    private double Hours(VacuumCommand vacuum)
    {
        var asked = vacuum.Retention.TotalHours;
        if (vacuum.KeepVersions.IsEmpty)
        {
            return asked;
        }

        var oldest = vacuum.KeepVersions.Min();
        var followed = Rows($"DESCRIBE HISTORY {SqlCommands.Table(vacuum.Path)}", s_commits).Where(row => row.GetAs<long>(0) > oldest).Select(row => row.GetAs<Timestamp>(1)).Min();
        var kept = followed is null ? 0 : (connection.Options.TimeProvider.GetUtcNow().UtcDateTime - followed.ToDateTime()).TotalHours + 1;
        return Math.Max(asked, Math.Ceiling(kept));
    }

    private List<Row> Rows(string sql, StructType columns) => [.. ResultRows.Of(
        Compiler.RelationCompiler.Select(SqlCommands.Rows(sql, connection), columns.Fields.Select(field => Dialect.Terms.Column(field.Name))), columns, connection)];
}
