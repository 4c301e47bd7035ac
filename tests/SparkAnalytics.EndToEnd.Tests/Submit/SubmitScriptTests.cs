namespace SparkAnalytics.EndToEnd.Tests.Submit;

/// <summary>What <c>scripts/spark-submit.sh</c> of a published folder asks of Spark, and what it makes of the answers: with a Spark and a Java that only write down how they were called.</summary>
public sealed class SubmitScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SubmitScriptTests()
    {
        foreach (var file in new[] { "scripts/spark-submit.sh", "scripts/publish.sh", "scripts/launcher/SparkAnalyticsLauncher.java", "scripts/launcher/submit.log4j2.properties", "conf/spark-defaults.conf" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.Of("program/" + file))!);
            File.Copy(Path.Combine(SourceTree.Root, file), _folder.Of("program/" + file));
        }

        Executable("program/spark-analytics", "exit 0");
        Executable("spark/bin/spark-submit", "printf '%s\\n' \"$@\" >> \"$CALLS\"; printf 'options=%s\\n' \"$SPARK_SUBMIT_OPTS\" >> \"$CALLS\"; printf 'remote=%s\\n' \"${SPARK_REMOTE-none}\" >> \"$CALLS\"; echo \"$SAYS\" >&2; exit \"$ENDS\"");
        Executable("java/bin/javac", "while [[ $# -gt 1 && $1 != -d ]]; do shift; done; mkdir -p \"$2\"; echo compiled >> \"$CALLS\"");
        Executable("java/bin/jar", "touch \"$3\"");
        Executable("java/bin/java", "[[ $# -gt 3 ]] && echo \"${*:4}\" >> \"$CALLS\" || echo --add-opens=some");
        Directory.CreateDirectory(_folder.Of("spark/jars"));
        File.WriteAllText(_folder.Of("spark/jars/spark-core_2.13-4.0.4.jar"), "");
        File.WriteAllText(_folder.Of("spark/jars/spark-connect_2.13-4.0.4.jar"), "");
        File.WriteAllText(_folder.Of("own.yaml"), "session_timeout: 45m\n");
    }

    [Fact]
    public void Submit_InClientMode_RunsTheProgramOfThisMachineWithTheCommandAsItIs()
    {
        var calls = Run(3, "", ["--master", "local[2]", "--conf", "a=b c", "--", "rebuild", "--settings", "own.yaml", "--json", "here.json"], 3);

        Assert.Equal(
            [
                "compiled", "--name", "spark-analytics", "--master", "local[2]", "--conf", "a=b c", "--properties-file", _folder.Of("program/conf/spark-defaults.conf"), "--load-spark-defaults",
                "--conf", "spark.api.mode=classic", "--class", "SparkAnalyticsLauncher", "JAR", _folder.Of("program/spark-analytics"), "rebuild", "--settings", "own.yaml", "--json", "here.json",
            ],
            calls[..21].Select(Jar));
        Assert.Equal("remote=none", calls[^1]);

        // Compiled once.
        Assert.Equal("--name", Run(0, "", ["--master", "local[2]"], 0)[0]);
    }

    [Theory]
    [InlineData("yarn", 1, "", 1)]
    [InlineData("yarn", 0, "", 0)]
    [InlineData("spark://host:7077", 0, "INFO State of driver driver-1 is FINISHED, exiting spark-submit JVM.", 0)]
    [InlineData("spark://host:7077", 0, "INFO State of driver-1 is RUNNING\nINFO State of driver driver-1 is FAILED, exiting spark-submit JVM.", 1)]
    [InlineData("spark://host:7077", 0, "INFO State of driver driver-1 is KILLED, exiting spark-submit JVM.", 1)]
    [InlineData("spark://host:7077", 0, "ERROR No master is available, exiting.", 6)]
    [InlineData("spark://host:7077", 255, "ERROR No master is available, exiting.", 255)]
    [InlineData("k8s://https://host", 0, "INFO Application status for spark-1 (phase: Running)\nphase: Failed", 1)]
    [InlineData("k8s://https://host", 0, "INFO Application status for spark-1 (phase: Succeeded)", 0)]
    [InlineData("k8s://https://host", 0, "", 0)]
    public void Submit_InClusterMode_EndsAsTheDriver(string master, int sparkEnds, string says, int exitCode)
    {
        var calls = Run(sparkEnds, says, ["--master", master, "--conf", "spark.submit.deployMode=cluster", "--archives=more.zip#more", "--", "runs", "--lakehouse", "/l"], exitCode);

        var archives = calls[Array.IndexOf(calls, "--archives") + 1].Split(',');
        Assert.Equal("more.zip#more", archives[0]);
        Assert.EndsWith(".tgz#spark-analytics", archives[1], StringComparison.Ordinal);
        Assert.Contains("spark-analytics/spark-analytics", calls);
        Assert.Equal(master.StartsWith("spark:", StringComparison.Ordinal), calls.Any(call => call.StartsWith("--add-opens", StringComparison.Ordinal)));
    }

    [Fact]
    public void Submit_InClusterModeWithSettingsAndAStage_SendsBothInOneArchive()
    {
        var calls = Run(0, "", ["--master=yarn", "--deploy-mode=cluster", "--stage", "hdfs://host/apps", "--", "rebuild", "--settings=own.yaml", "--json", "hdfs://host/report.json"], 0);
        var archive = Assert.Single(Directory.GetFiles(_folder.Of("cache/spark-analytics"), "*.tgz"));
        using var list = new RunningProgram(StartedProgram.Info("tar", _folder.Path, ["-tzf", archive]), TimeSpan.FromMinutes(1));

        Assert.StartsWith($"--stage hdfs://host/apps {archive} ", Assert.Single(calls, call => call.StartsWith("--stage", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal($"hdfs://host/apps/{Path.GetFileName(archive)}#spark-analytics", calls[Array.IndexOf(calls, "--archives") + 1]);
        Assert.Equal(["--settings=settings/own.yaml", "--json", "hdfs://host/report.json"], calls[(Array.IndexOf(calls, "rebuild") + 1)..][..3]);
        var files = list.Finish().Succeeded().OutputLines;
        Assert.All(["./spark-analytics", "./conf/spark-defaults.conf", "settings/own.yaml"], name => Assert.Contains(name, files));
    }

    [Theory]
    [InlineData(2, "--deploy-mode clustre: client or cluster", "--deploy-mode", "clustre", "--", "runs")]
    [InlineData(2, "without a command Spark Connect waits on loopback", "--deploy-mode", "cluster")]
    [InlineData(2, "--json report.json: in cluster mode the report is written by a node", "--deploy-mode", "cluster", "--", "rebuild", "--json", "report.json")]
    [InlineData(2, "--json=report.json: in cluster mode the report is written by a node", "--deploy-mode", "cluster", "--", "rebuild", "--json=report.json")]
    [InlineData(2, "--settings none.yaml: there is no such file", "--deploy-mode", "cluster", "--", "rebuild", "--settings", "none.yaml")]
    [InlineData(2, "--class is set by this script", "--class", "Other", "--", "runs")]
    [InlineData(2, "usage: scripts/spark-submit.sh", "--")]
    public void Submit_ThatCannotBe_SaysWhy(int exitCode, string message, params string[] arguments) =>
        Assert.Contains(message, Start(0, "", arguments, exitCode).Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("spark/jars/spark-connect_2.13-4.0.4.jar", "is no Spark 4.0 or newer with Spark Connect among its jars")]
    [InlineData("spark/bin/spark-submit", "holds no Spark: bin/spark-submit is missing")]
    [InlineData("java/bin/javac", "javac is missing: install a JDK 17 or newer")]
    [InlineData("program/spark-analytics", "there is no program in")]
    public void Submit_WhereSomethingIsMissing_SaysWhat(string missing, string message)
    {
        File.Delete(_folder.Of(missing));

        Assert.Contains(message, Start(0, "", ["--", "runs"], 3).Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Jar(string argument) => Path.GetFileName(argument).StartsWith("spark-analytics-launcher-", StringComparison.Ordinal) ? "JAR" : argument;

    /// <summary>Runs the script.</summary>
    /// <returns>How Spark and Java were called.</returns>
    private string[] Run(int sparkEnds, string says, string[] arguments, int expected)
    {
        File.Delete(_folder.Of("calls"));
        Start(sparkEnds, says, arguments, expected);
        return File.ReadAllLines(_folder.Of("calls"));
    }

    private CommandResult Start(int sparkEnds, string says, string[] arguments, int expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the script needs bash");
        var info = StartedProgram.Info("bash", _folder.Path, [_folder.Of("program/scripts/spark-submit.sh"), .. arguments]);
        info.Environment["SPARK_HOME"] = _folder.Of("spark");
        info.Environment["JAVA_HOME"] = _folder.Of("java");
        info.Environment["XDG_CACHE_HOME"] = _folder.Of("cache");
        info.Environment["SPARK_REMOTE"] = "sc://127.0.0.1:1";
        info.Environment["CALLS"] = _folder.Of("calls");
        info.Environment["SAYS"] = says;
        info.Environment["ENDS"] = $"{sparkEnds}";
        using var running = new RunningProgram(info, TimeSpan.FromMinutes(1));
        var result = running.Finish();
        Assert.True(result.ExitCode == expected, $"{result.ExitCode}\n{result.Errors}");
        return result;
    }

    private void Executable(string name, string body)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Of(name))!);
        File.WriteAllText(_folder.Of(name), $"#!/usr/bin/env bash\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Of(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
