using System.CommandLine;
using SparkAnalytics.Benchmarks;

var root = new RootCommand("Measures the rebuild against jobs written by hand for the same tables, increments against the rebuild, and functions by text.")
{
    SampleCommand.Create(),
    HandwrittenCommand.Create(),
    CompareCommand.Create(),
    CompareSparkCommand.Create(),
    IncrementsCommand.Create(),
    SmallRunsCommand.Create(),
    FunctionsCommand.Create(),
};
return root.Parse(args).Invoke();
