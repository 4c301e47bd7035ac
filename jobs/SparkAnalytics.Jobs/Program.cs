using SparkAnalytics.Jobs;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Output;

using var stop = new StopSignals();
using var screen = Screen.OfProcess();
return (int)new ProgramRun(screen, stop).Run(args);
