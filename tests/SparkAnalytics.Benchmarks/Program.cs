using System.CommandLine;
using SparkAnalytics.Benchmarks;

var root = new RootCommand("Measures the rebuild against one hand-written DuckDB script for the same tables.")
{
    SampleCommand.Create(),
    HandwrittenCommand.Create(),
    CompareCommand.Create(),
};
return root.Parse(args).Invoke();
