using System.CommandLine;
using SparkAnalytics.Benchmarks;

var root = new RootCommand("Measures the rebuild against jobs written by hand for the same tables, and increments against the rebuild.")
{
    SampleCommand.Create(),
    HandwrittenCommand.Create(),
    CompareCommand.Create(),
    CompareSparkCommand.Create(),
    IncrementsCommand.Create(),
    SmallRunsCommand.Create(),
};
return root.Parse(args).Invoke();
