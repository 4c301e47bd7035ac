using System.Diagnostics;
using SparkAnalytics.SparkServer;

namespace SparkAnalytics.Delta.Tests;

/// <summary>Runs a Python script in a local Spark with Delta.</summary>
internal static class SparkScript
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly string[] Settings =
    [
        .. LocalSparkServer.OnThisMachine, .. LocalSparkServer.Interpreted, "spark.log.level=ERROR", "spark.sql.session.timeZone=UTC", "spark.sql.shuffle.partitions=2",
        $"spark.driver.extraJavaOptions={LocalSparkServer.ForLittleData}",
        "spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog",
    ];

    public static void Run(string script, string folder)
    {
        var start = new ProcessStartInfo(Path.Combine(LocalSparkServer.Home!, "bin", "spark-submit"))
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["SPARK_LOCAL_IP"] = "127.0.0.1";
        IEnumerable<string> arguments = ["--master", "local[2]", "--driver-memory", "1g", .. Settings.SelectMany(setting => new[] { "--conf", setting }), script, folder];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Limit) || process.ExitCode != 0)
            {
                var ended = process.HasExited ? $"with exit code {process.ExitCode}" : $"not within {Limit}";
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"Spark ended {ended}.\n{output.Result}\n{errors.Result}");
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
