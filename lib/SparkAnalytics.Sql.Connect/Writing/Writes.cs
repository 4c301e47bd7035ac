using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Plans;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Writing;

/// <summary>Writes in the protocol's form.</summary>
internal static class Writes
{
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
        foreach (var (key, value) in write.Options)
        {
            if (OptionName(key, value) is { } name)
            {
                result.Options.Add(name, value);
            }
        }

        return result;
    }

    /// <summary>The name that Spark has for an option, or null where it has none: the size of files is an option of OPTIMIZE alone.</summary>
    private static string? OptionName(string key, string value) => key.ToUpperInvariant() switch
    {
        "TARGETFILESIZE" => null,
        "DELETIONVECTORS" => bool.Parse(value) ? "delta.enableDeletionVectors" : null,
        "DATASKIPPINGSTATSCOLUMNS" => "delta.dataSkippingStatsColumns",
        _ => key,
    };
}
