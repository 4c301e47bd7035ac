using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Plans;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Writing;

/// <summary>Writes in the protocol's form.</summary>
internal static class Writes
{
    private const string StatisticsColumns = "dataSkippingStatsColumns";

    /// <summary>Spark has no such option for writes; OPTIMIZE has.</summary>
    private const string TargetFileSize = "targetFileSize";

    public static Proto.WriteOperation Of(WriteCommand write, PlanCompiler compiler)
    {
        var result = new Proto.WriteOperation
        {
            Input = compiler.Compile(write.Input),
            Source = write.Format,
            Path = write.Path,
            Mode = write.Mode switch
            {
                SaveMode.Append => Proto.WriteOperation.Types.SaveMode.Append,
                SaveMode.Overwrite => Proto.WriteOperation.Types.SaveMode.Overwrite,
                SaveMode.Ignore => Proto.WriteOperation.Types.SaveMode.Ignore,
                _ => Proto.WriteOperation.Types.SaveMode.ErrorIfExists,
            },
        };
        result.PartitioningColumns.AddRange(write.PartitionBy);
        foreach (var (key, value) in write.Options.Where(option => !option.Key.Equals(TargetFileSize, StringComparison.OrdinalIgnoreCase)))
        {
            result.Options.Add(key.Equals(StatisticsColumns, StringComparison.OrdinalIgnoreCase) ? $"delta.{StatisticsColumns}" : key, value);
        }

        return result;
    }
}
