using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SparkAnalytics.SparkServer;

/// <summary>
/// A Spark Connect server with Delta on loopback, in a process of its own. It ends when it is disposed, or when this process ends in whatever way: it hangs on a pipe from here.
/// </summary>
public sealed class LocalSparkServer : IDisposable
{
    private const string Started = "Spark Connect server started at";
    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_endLimit = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly string _folder;
    private readonly ServerOutput _output = new(Started);

    private LocalSparkServer(Process process, string folder, int port)
    {
        _process = process;
        _folder = folder;
        Port = port;
    }

    /// <summary>Java options for many plans over little data: compiling thoroughly costs more than it gains. One level of compiled code has a small cache unless it is told to have more.</summary>
    public const string ForLittleData = "-XX:+UseParallelGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=512m";

    /// <summary>Settings that every Spark of one machine wants, server or not.</summary>
    public static IReadOnlyList<string> OnThisMachine { get; } =
    [
        "spark.api.mode=classic", "spark.driver.host=127.0.0.1", "spark.driver.bindAddress=127.0.0.1", "spark.ui.enabled=false", "spark.databricks.delta.snapshotPartitions=1",
    ];

    /// <summary>Settings for few rows in a Spark that serves one test: compiling the code that it generates takes longer than interpreting the plans.</summary>
    public static IReadOnlyList<string> Interpreted { get; } = ["spark.sql.codegen.wholeStage=false", "spark.sql.codegen.factoryMode=NO_CODEGEN"];

    /// <summary>Where Spark lies, or null where SPARK_HOME is not set.</summary>
    public static string? Home => Environment.GetEnvironmentVariable("SPARK_HOME") is { Length: > 0 } home ? home : null;

    /// <summary>Why tests that need Spark are skipped without it.</summary>
    public static string SkipReason => "SPARK_HOME is not set";

    public int Port { get; }

    /// <summary>The connection string.</summary>
    public string Remote => string.Create(CultureInfo.InvariantCulture, $"sc://127.0.0.1:{Port}");

    /// <summary>What the server has printed so far, its last lines.</summary>
    public string Output => _output.ToString();

    /// <summary>Starts a server and waits until it accepts calls.</summary>
    /// <param name="memory">The driver's memory.</param>
    /// <param name="javaOptions">Options of its Java machine.</param>
    /// <param name="settings">Settings besides those that every test wants, as <c>key=value</c>; the last of a key wins.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not start in time.</exception>
    public static LocalSparkServer Start(string memory = "2g", string javaOptions = "", params IEnumerable<string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("spark-server-").FullName;
        var port = FreePort();
        var logging = Path.Combine(folder, "log4j2.properties");
        using (var resource = typeof(LocalSparkServer).Assembly.GetManifestResourceStream("log4j2.properties")!)
        using (var file = File.Create(logging))
        {
            resource.CopyTo(file);
        }

        var server = new LocalSparkServer(Process.Start(Info(folder, port, logging, memory, javaOptions, settings))!, folder, port);
        server.WaitUntilStarted();
        return server;
    }

    public void Dispose()
    {
        try
        {
            // The shell that holds the server ends it when its input ends.
            _process.StandardInput.Close();
            if (!_process.WaitForExit(s_endLimit))
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit(s_endLimit);
            }
        }
        finally
        {
            _process.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void WaitUntilStarted()
    {
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _output.Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (!_output.WaitForMark(s_startLimit) || _process.HasExited)
        {
            var output = Output;
            Dispose();
            throw new InvalidOperationException($"The Spark server did not start within {s_startLimit}.\n{output}");
        }
    }

    private static ProcessStartInfo Info(string folder, int port, string logging, string memory, string javaOptions, IEnumerable<string> settings)
    {
        var info = new ProcessStartInfo("bash")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["SPARK_LOCAL_IP"] = "127.0.0.1";
        IEnumerable<string> all =
        [
            .. OnThisMachine,
            $"spark.driver.extraJavaOptions=-Dlog4j2.configurationFile={logging} -Dderby.system.home={folder} {javaOptions}",
            $"spark.local.dir={folder}", $"spark.sql.warehouse.dir={folder}/warehouse",
            "spark.sql.session.timeZone=UTC", "spark.sql.shuffle.partitions=2",
            "spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension", "spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog",
            "spark.connect.grpc.binding.address=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"spark.connect.grpc.binding.port={port}"),
            .. settings,
        ];
        string[] arguments =
        [
            "-c", "exec 3<&0; \"$@\" 3<&- & server=$!; cat <&3 >/dev/null & wait -n; kill $server 2>/dev/null; wait $server; kill %2 2>/dev/null", "bash",
            Path.Combine(Home!, "bin", "spark-submit"), "--master", "local[2]", "--driver-memory", memory,
            .. all.SelectMany(setting => new[] { "--conf", setting }),
            "--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "spark-internal",
        ];
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        return info;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
