using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>Command lines for Spark that cannot be, and servers that are not there; no server is needed.</summary>
public sealed class SparkUsageTests : IDisposable
{
    private const string Secret = SparkProgram.Token;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("--engine spark needs the address of a Spark Connect server: --remote sc://HOST:PORT, or SPARK_REMOTE", "--engine", "spark")]
    [InlineData("--remote goes with --engine spark", "--engine", "embedded", "--remote", "sc://127.0.0.1:1")]
    [InlineData("--memory, --threads and --temp limit the embedded engine; a Spark server has limits of its own", "--remote", "sc://127.0.0.1:1", "--memory", "1GB")]
    [InlineData("--memory, --threads and --temp limit the embedded engine; a Spark server has limits of its own", "--remote", "sc://127.0.0.1:1", "--threads", "2")]
    public void Options_ThatContradictEachOther_AreBadUsage(string message, params string[] options)
    {
        var result = StartedProgram.Run(["query", "SELECT 1", "--lakehouse", _folder.Of("lakehouse"), .. options]);

        Assert.Equal("error: " + message, result.FailedWith(2));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Engine_ThatIsNone_NamesTheNearest() => Assert.Contains(
        "--engine must be one of embedded, spark, not 'sparc', did you mean 'spark'?",
        StartedProgram.Run("runs", "--lakehouse", "/shop", "--engine", "sparc").FailedWith(2),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("--lakehouse shop", "runs", "--lakehouse", "shop")]
    [InlineData("--lakehouse ./shop", "rebuild", "--input", "/events", "--lakehouse", "./shop")]
    [InlineData("--input events/*.csv", "rebuild", "--input", "/more", "events/*.csv", "--lakehouse", "/shop")]
    [InlineData("--input events", "check-input", "--input", "events")]
    public void Path_ThatIsRelative_IsBadUsage(string culprit, params string[] command)
    {
        var message = StartedProgram.RunIn(_folder.Path, [.. command, "--engine", "spark", "--remote", "sc://127.0.0.1:1"]).FailedWith(2);

        Assert.StartsWith($"error: {culprit}: with --engine spark paths are the server's, so give an absolute one", message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("127.0.0.1:1/;use_ssl=true;token=" + Secret)]
    [InlineData("sc://127.0.0.1:1;token=" + Secret)]
    [InlineData("sc://127.0.0.1:port/;token=" + Secret)]
    [InlineData("sc://127.0.0.1:1/;use_ssl=false;token=" + Secret)]
    [InlineData("sc://127.0.0.1:1/;tokn=" + Secret)]
    [InlineData("sc://127.0.0.1:1/;token:" + Secret)]
    [InlineData("sc://127.0.0.1:1/;token=a;" + Secret)]
    [InlineData("sc://me:" + Secret + "@127.0.0.1:1")]
    public void Address_ThatIsWrong_IsBadUsageAndShowsNoSecret(string address)
    {
        foreach (var quiet in new string[][] { [], ["--quiet"] })
        {
            var result = StartedProgram.Run(["rebuild", "--input", _folder.Of("in"), "--lakehouse", _folder.Of("lakehouse"), "--json", _folder.Of("report.json"), "--verbose", "--engine", "spark", "--remote", address, .. quiet]);

            Assert.Equal(2, result.ExitCode);
            Assert.StartsWith("error: The address of the Spark server is wrong: ", result.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, result.Output + result.Errors + File.ReadAllText(_folder.Of("report.json")), StringComparison.Ordinal);
            Assert.Equal([_folder.Of("report.json")], Directory.GetFileSystemEntries(_folder.Path));
        }
    }

    [Fact]
    public void Server_ThatIsNotThere_IsUnavailableAndTheTokenStaysHidden()
    {
        var port = FreePort();
        string[] command = ["rebuild", "--input", _folder.Of("in"), "--lakehouse", _folder.Of("lakehouse"), "--engine", "spark", "--remote"];
        var address = string.Create(CultureInfo.InvariantCulture, $"sc://127.0.0.1:{port}");

        var message = StartedProgram.Run([.. command, address]).FailedWith(6);
        var secret = StartedProgram.Run([.. command, $"{address}/;use_ssl=true;token={Secret}", "--verbose"]);

        Assert.Contains($"Nothing answers as a Spark Connect server at {address}: ", message, StringComparison.Ordinal);
        Assert.Equal(6, secret.ExitCode);
        Assert.DoesNotContain(Secret, secret.Output + secret.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
