using SparkAnalytics.SparkServer;

namespace SparkAnalytics.EndToEnd.Tests.Submit;

/// <summary>A standalone cluster on loopback by <c>scripts/local-cluster.sh</c>, one master and two workers, for all tests of the collection; it starts when the first asks for it.</summary>
public sealed class SparkCluster : IDisposable
{
    /// <summary>The processes of an idle cluster: the script, what holds its input, the master and the workers.</summary>
    private const int Daemons = 5;

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<RunningProgram> _cluster;
    private string _master = string.Empty;

    public SparkCluster() => _cluster = new(Start);

    /// <summary>The master's address.</summary>
    public string Master => _cluster.Value.HasExited ? throw new InvalidOperationException("The cluster has ended.") : _master;

    /// <summary>Its daemons, and the drivers and executors that these started.</summary>
    internal MarkedProcesses Processes { get; } = new();

    /// <summary>Where Spark keeps its files while it runs, and nothing afterwards.</summary>
    private string LocalFolder => _folder.Of("local");

    /// <summary>A submission to this cluster, or another master, ready to start.</summary>
    internal SubmittedProgram Submission(string? master = null, params IEnumerable<string> options)
    {
        Assert.SkipWhen(LocalSparkServer.Home is null, LocalSparkServer.SkipReason);
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "a look at the processes needs Linux");
        Directory.CreateDirectory(LocalFolder);
        var java = $"{LocalSparkServer.ForLittleData} -Djava.io.tmpdir={LocalFolder}";
        string[] settings =
        [
            .. LocalSparkServer.Interpreted, "spark.cores.max=1", "spark.executor.memory=1g", "spark.driver.memory=1500m", "spark.ui.enabled=false", "spark.sql.shuffle.partitions=2",
            "spark.databricks.delta.snapshotPartitions=1", "spark.sql.files.minPartitionNum=2", $"spark.executor.extraJavaOptions={java}", $"spark.driver.extraJavaOptions={java}",
        ];
        return new SubmittedProgram(_folder, ["--master", master ?? Master, .. settings.SelectMany(setting => new[] { "--conf", setting }), .. options]);
    }

    /// <summary>What the drivers in cluster mode have printed, for a failure's message.</summary>
    internal string DriverLogs() => string.Join('\n', Directory.EnumerateDirectories(_folder.Path, "driver-*", new EnumerationOptions { RecurseSubdirectories = true })
        .SelectMany(folder => Directory.EnumerateFiles(folder, "std*")).Select(file => $"{file}\n{File.ReadAllText(file)}"));

    /// <summary>Fails unless all processes and files of a submission are gone, here and on the cluster.</summary>
    internal void HasNothingLeftOf(SubmittedProgram submission)
    {
        submission.Processes.EndSoon();
        IsIdle();
        HasNoFiles();
    }

    /// <summary>Fails unless only the daemons are left of the cluster's processes.</summary>
    private void IsIdle() => Assert.True(
        SpinWait.SpinUntil(() => Processes.Running().Count == Daemons, TimeSpan.FromSeconds(20)),
        $"{Processes.Running().Count} processes, {Processes.Running("CoarseGrained").Count} executors, {Processes.Running("DriverWrapper").Count} drivers");

    /// <summary>Fails unless Spark has deleted its own files; the workers keep a folder each.</summary>
    private void HasNoFiles() => Assert.True(SpinWait.SpinUntil(() => !Files().Any(), TimeSpan.FromSeconds(20)), string.Join('\n', Files()));

    /// <summary>Deletes what killed processes left, which are no more than those.</summary>
    internal void ForgetKilled()
    {
        IsIdle();
        Directory.Delete(LocalFolder, recursive: true);
        Directory.CreateDirectory(LocalFolder);
    }

    public void Dispose()
    {
        if (_cluster.IsValueCreated)
        {
            _cluster.Value.CloseInput();
            _cluster.Value.Finish();
            _cluster.Value.Dispose();
            Processes.EndSoon();
            Assert.Empty(Directory.EnumerateFileSystemEntries(LocalFolder));
        }

        _folder.Dispose();
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(LocalFolder, "*", SearchOption.AllDirectories);

    private RunningProgram Start()
    {
        Directory.CreateDirectory(LocalFolder);
        var info = StartedProgram.Info("bash", _folder.Path, [Path.Combine(SourceTree.Root, "scripts", "local-cluster.sh"), "--memory", "4g", "--until-end-of-input"]);
        info.Environment["SPARK_LOCAL_DIRS"] = LocalFolder;
        info.Environment["TMPDIR"] = _folder.Path;
        Processes.Mark(info);
        var cluster = new RunningProgram(info, TimeSpan.FromMinutes(40), keepInput: true);
        const string Announced = "Spark cluster at ";
        _master = cluster.WaitForOutput(Announced)[Announced.Length..].Split(',')[0];
        return cluster;
    }
}
