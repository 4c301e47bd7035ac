using System.Diagnostics;

namespace SparkAnalytics.EndToEnd.Tests;

/// <summary><c>scripts/spark-home.sh</c> finds a Spark, or says what is missing.</summary>
public sealed class ScriptTests : IDisposable
{
    private static readonly string[] _jars = ["spark-core_2.13-4.0.4.jar", "spark-connect_2.13-4.0.4.jar", "delta-spark_4.0_2.13-4.4.0.jar", "delta-storage-4.4.0.jar"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SparkHome_OfAnInstalledSpark_IsItsFolder()
    {
        var home = Spark("installed", _jars);

        Assert.Equal((0, home), Run(null, home));
        Assert.Equal((0, home), Run(home));
    }

    [Fact]
    public void SparkHome_OfAnArchive_UnpacksItOnceAndAddsJars()
    {
        Spark("spark-4", _jars[..2]);
        var archive = _folder.Of("spark-4-bin.tgz");
        Assert.Equal(0, Start("tar", ["-czf", archive, "-C", _folder.Path, "spark-4"], null).ExitCode);
        string[] more = [.. _jars[2..].SelectMany(jar => new[] { "--jar", Jar(jar) })];

        var first = Run(null, [.. more, archive]);
        File.WriteAllText(Path.Combine(first.Output, "note"), "stays");
        var second = Run(null, archive);

        Assert.Equal((0, _folder.Of("cache/spark-analytics/spark-4-bin")), first);
        Assert.Equal(first, second);
        Assert.Equal("stays", File.ReadAllText(Path.Combine(first.Output, "note")));
        Assert.True(File.Exists(Path.Combine(first.Output, "jars", "delta-storage-4.4.0.jar")));
    }

    [Theory]
    [InlineData("no", "there is no archive or folder")]
    [InlineData("empty", "holds no Spark: bin/spark-submit is missing")]
    [InlineData("old", "is older than Spark 4.0 (spark-core_2.13-3.5.1.jar)", "spark-core_2.13-3.5.1.jar")]
    [InlineData("bare", "lacks Spark Connect", "spark-core_2.13-4.0.4.jar")]
    [InlineData("apache", "lacks Delta Lake", "spark-core_2.13-4.0.4.jar", "spark-connect_2.13-4.0.4.jar")]
    public void SparkHome_WhenSomethingIsMissing_SaysWhat(string name, string message, params string[] jars)
    {
        if (name == "empty")
        {
            Directory.CreateDirectory(_folder.Of(name));
        }
        else if (jars.Length > 0)
        {
            Spark(name, jars);
        }

        var (exitCode, output) = Run(null, _folder.Of(name));

        Assert.Equal(3, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    private string Spark(string name, IEnumerable<string> jars)
    {
        var home = _folder.Of(name);
        Directory.CreateDirectory(Path.Combine(home, "jars"));
        Directory.CreateDirectory(Path.Combine(home, "bin"));
        File.WriteAllText(Path.Combine(home, "bin", "spark-submit"), "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(home, "bin", "spark-submit"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var jar in jars)
        {
            File.WriteAllText(Path.Combine(home, "jars", jar), jar);
        }

        return home;
    }

    private string Jar(string name)
    {
        File.WriteAllText(_folder.Of(name), name);
        return _folder.Of(name);
    }

    /// <summary>The exit code, and what was printed: the home, or the failure.</summary>
    private (int ExitCode, string Output) Run(string? sparkHome, params string[] arguments) =>
        Start("bash", [Path.Combine(SourceTree.Root, "scripts", "spark-home.sh"), .. arguments], sparkHome);

    private (int ExitCode, string Output) Start(string program, string[] arguments, string? sparkHome)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the script needs bash");
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["SPARK_HOME"] = sparkHome;
        info.Environment["JAVA_HOME"] = "/a/java";
        info.Environment["XDG_CACHE_HOME"] = _folder.Of("cache");
        using var process = Process.Start(info)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, (output + errors.Result).Trim());
    }
}
