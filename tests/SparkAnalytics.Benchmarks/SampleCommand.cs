using System.CommandLine;
using SparkAnalytics.SampleData;

namespace SparkAnalytics.Benchmarks;

/// <summary><c>sample</c>: writes sample events as Parquet, one file a day.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        var events = new Option<long>("--events") { Description = "Number of events.", DefaultValueFactory = _ => 1_000_000 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the events.", DefaultValueFactory = _ => 1 };
        var output = new Option<DirectoryInfo>("--output") { Description = "Folder for the files.", Required = true };
        var command = new Command("sample", "Writes sample events as Parquet, one file a day.") { events, seed, output };
        command.SetAction(result => SampleParquet.Write(
            new SampleOptions(result.GetValue(events)) { Seed = result.GetValue(seed) }, result.GetRequiredValue(output).FullName));
        return command;
    }
}
