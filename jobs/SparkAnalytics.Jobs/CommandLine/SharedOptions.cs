using System.CommandLine;
using SparkAnalytics.Jobs.Output.Rows;
using SparkAnalytics.Pipeline.Input;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>Options that several commands have, each once.</summary>
internal static class SharedOptions
{
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show the stack trace of a failure.",
        Recursive = true,
    };

    public static Option<string[]> Input { get; } = new("--input")
    {
        Description = "Files, folders or globs with the raw events.",
        HelpName = "PATH",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<InputFormat?> InputFormat { get; } = new("--input-format")
    {
        Description = "csv, jsonl, parquet or delta; where it is not given, the names tell it.",
        HelpName = "FORMAT",
        CustomParser = ValueParsers.OneOf<InputFormat?>(
            ("csv", Pipeline.Input.InputFormat.Csv), ("jsonl", Pipeline.Input.InputFormat.JsonLines), ("parquet", Pipeline.Input.InputFormat.Parquet), ("delta", Pipeline.Input.InputFormat.Delta)),
    };

    public static Option<string> Lakehouse { get; } = new("--lakehouse")
    {
        Description = "The folder that holds the seven tables.",
        HelpName = "DIR",
        Required = true,
    };

    public static Option<string?> SettingsFile { get; } = new("--settings")
    {
        Description = "A YAML file with settings that differ from the defaults.",
        HelpName = "FILE",
    };

    public static Option<string[]> Assignments { get; } = new("--set")
    {
        Description = "One setting, over the file and the defaults; may be repeated.",
        HelpName = "KEY=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<DateTimeOffset?> Now { get; } = new("--now")
    {
        Description = "The run's clock; events after it (and a day of grace) are quarantined. Default: the present.",
        HelpName = "INSTANT",
        CustomParser = ValueParsers.Instant,
    };

    public static Option<long?> Run { get; } = new("--run")
    {
        Description = "The number of a run. Default: the last.",
        HelpName = "ID",
        CustomParser = ValueParsers.MaybeAtLeast(1),
    };

    public static Option<DateTimeOffset?> AsOf { get; } = new("--as-of")
    {
        Description = "All tables as they were at this instant (UTC without an offset).",
        HelpName = "INSTANT",
        CustomParser = ValueParsers.Instant,
    };

    public static Option<RowFormat?> OutputFormat { get; } = new("--output-format")
    {
        Description = "table, csv or json. Default: table.",
        HelpName = "FORMAT",
        CustomParser = ValueParsers.OneOf<RowFormat?>(("table", RowFormat.Table), ("csv", RowFormat.Csv), ("json", RowFormat.Json)),
    };

    public static Option<int> Limit { get; } = new("--limit")
    {
        Description = "How many rows.",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
        CustomParser = ValueParsers.FewAtLeast(1),
    };

    public static Option<string?> Json { get; } = new("--json") { Description = "Write the run report to this file, as JSON.", HelpName = "FILE" };

    public static Option<TimeSpan?> WaitLock { get; } = new("--wait-lock")
    {
        Description = "Wait this long for another run to give the lakehouse's lock back, such as 10m. Default: not at all.",
        HelpName = "DURATION",
        CustomParser = ValueParsers.Duration,
    };

    public static Option<bool> Quiet { get; } = new("--quiet") { Description = "Print nothing but failures." };

    public static Option<EngineKind?> Engine { get; } = new("--engine")
    {
        Description = "embedded (in this process) or spark. Default: spark where --remote or SPARK_REMOTE is given, else embedded.",
        HelpName = "ENGINE",
        CustomParser = ValueParsers.OneOf<EngineKind?>(("embedded", EngineKind.Embedded), ("spark", EngineKind.Spark)),
    };

    public static Option<string?> Remote { get; } = new("--remote")
    {
        Description = "A Spark Connect server, as sc://HOST:PORT or sc://HOST:PORT/;use_ssl=true; paths are its own then. Default: SPARK_REMOTE.",
        HelpName = "ADDRESS",
    };

    public static Option<long?> Memory { get; } = new("--memory")
    {
        Description = "Memory of the engine, such as 2GB; what needs more spills to disk.",
        HelpName = "SIZE",
        CustomParser = ValueParsers.Bytes,
    };

    public static Option<int?> Threads { get; } = new("--threads")
    {
        Description = "Threads of the engine. Default: one for each processor.",
        HelpName = "N",
        CustomParser = ValueParsers.MaybeFewAtLeast(1),
    };

    public static Option<string?> Temporary { get; } = new("--temp") { Description = "The folder that the engine spills to.", HelpName = "DIR" };

    /// <summary>Lets a command choose its settings.</summary>
    public static void AddSettings(this Command command) => command.AddAll(SettingsFile, Assignments);

    /// <summary>Lets a command choose its engine, and limit what the embedded one uses of the machine.</summary>
    public static void AddEngine(this Command command)
    {
        command.AddAll(Engine, Remote);
        command.AddLimits();
    }

    /// <summary>Lets a command that runs in this process only limit what it uses of the machine.</summary>
    public static void AddLimits(this Command command) => command.AddAll(Memory, Threads, Temporary);

    private static void AddAll(this Command command, params Option[] options)
    {
        foreach (var option in options)
        {
            command.Add(option);
        }
    }
}
