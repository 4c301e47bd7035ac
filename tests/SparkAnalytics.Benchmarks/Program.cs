using System.CommandLine;
using SparkAnalytics.Benchmarks;

var root = new RootCommand("Measures the rebuild against jobs written by hand for the same tables: a DuckDB script, and one for PySpark.")
{
    SampleCommand.Create(),
    HandwrittenCommand.Create(),
    CompareCommand.Create(),
    CompareSparkCommand.Create(),
};
return root.Parse(args).Invoke();
