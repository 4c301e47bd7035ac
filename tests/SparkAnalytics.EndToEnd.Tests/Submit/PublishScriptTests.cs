namespace SparkAnalytics.EndToEnd.Tests.Submit;

/// <summary>What <c>scripts/publish.sh</c> asks of the SDK and leaves in its folder: with an SDK, a compiler and a strip that only write down how they were called.</summary>
public sealed class PublishScriptTests : IDisposable
{
    private const string Dotnet =
        """
        echo "$@" >> "$CALLS"
        while [[ $1 != -o ]]; do shift; done
        mkdir -p "$2/conf"
        for name in spark-analytics spark-analytics.dbg SparkAnalytics.Models.pdb libduckdb.so conf/analytics.yaml; do echo "$name" > "$2/$name"; done
        """;

    private readonly TemporaryFolder _folder = new();

    public PublishScriptTests()
    {
        Directory.CreateDirectory(_folder.Of("sources/scripts"));
        File.WriteAllText(_folder.Of("sources/SparkAnalytics.sln"), "");
        File.Copy(Path.Combine(SourceTree.Root, "scripts/publish.sh"), _folder.Of("sources/scripts/publish.sh"));
        Executable("dotnet", Dotnet);
        Executable("clang", "exit 0");
        Executable("strip", "echo strip >> \"$CALLS\"");
        Executable("uname", "[[ $1 == -s ]] && echo Linux || echo x86_64");
    }

    [Theory]
    [InlineData(new string[0], "--use-current-runtime")]
    [InlineData(new[] { "--runtime", "linux-x64" }, "--runtime linux-x64")]
    public void Publish_OfNativeExecutable_LeavesNeitherSymbolsNorWhatWasThere(string[] arguments, string runtime)
    {
        Publish(0, ["--managed"]);
        Assert.Contains("SparkAnalytics.Models.pdb", Published());
        File.Delete(_folder.Of("calls"));

        Publish(0, arguments);

        Assert.Equal([".published", "conf", "libduckdb.so", "spark-analytics"], Published());
        var calls = File.ReadAllLines(_folder.Of("calls"));
        Assert.Contains($" {runtime} ", calls[0], StringComparison.Ordinal);
        Assert.Contains("-p:PublishAot=true -p:CppCompilerAndLinker=clang -p:StripSymbols=true", calls[0], StringComparison.Ordinal);
        Assert.Equal("strip", calls[1]);
    }

    [Fact]
    public void Publish_WithManaged_TakesAnyRuntime()
    {
        Publish(0, ["--managed", "--runtime", "win-x64"]);

        var call = Assert.Single(File.ReadAllLines(_folder.Of("calls")));
        Assert.Contains("--runtime win-x64 ", call, StringComparison.Ordinal);
        Assert.Contains("--self-contained -p:PublishReadyToRun=true", call, StringComparison.Ordinal);
        Assert.DoesNotContain("PublishAot", call, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "a native executable for linux-arm64 is made on such a machine, and this one is linux-x64; publish it there, or give --managed", "--runtime", "linux-arm64")]
    [InlineData(2, "holds something else than a published program", "--output", "scripts")]
    [InlineData(2, "usage: scripts/publish.sh", "--runtime")]
    [InlineData(2, "usage: scripts/publish.sh", "--unknown")]
    public void Publish_ThatCannotBe_SaysWhyAndLeavesTheFolder(int exitCode, string message, params string[] arguments)
    {
        Assert.Contains(message, Publish(exitCode, arguments).Errors, StringComparison.Ordinal);

        Assert.True(File.Exists(_folder.Of("sources/scripts/publish.sh")));
        Assert.False(File.Exists(_folder.Of("calls")));
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<string?> Published() =>
        Directory.EnumerateFileSystemEntries(_folder.Of("sources/artifacts/spark-analytics")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private CommandResult Publish(int expected, string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the script needs bash");
        var info = StartedProgram.Info("bash", _folder.Of("sources"), [_folder.Of("sources/scripts/publish.sh"), .. arguments]);
        info.Environment["PATH"] = $"{_folder.Of("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        info.Environment["CALLS"] = _folder.Of("calls");
        using var running = new RunningProgram(info, TimeSpan.FromMinutes(1));
        var result = running.Finish();
        Assert.True(result.ExitCode == expected, $"{result.ExitCode}\n{result.Errors}");
        return result;
    }

    private void Executable(string name, string body)
    {
        Directory.CreateDirectory(_folder.Of("bin"));
        File.WriteAllText(_folder.Of("bin/" + name), $"#!/usr/bin/env bash\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Of("bin/" + name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
