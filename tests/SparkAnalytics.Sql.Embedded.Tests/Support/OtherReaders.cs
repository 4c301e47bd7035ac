using System.Diagnostics;
using System.Text.Json;

namespace SparkAnalytics.Sql.Embedded.Tests.Support;

/// <summary>Readers of Parquet that are not ours, in <c>tests/readers</c>: Polars, the one of arrow-rs, with which delta-rs reads, and hyparquet, which tells the statistics too.</summary>
internal static class OtherReaders
{
    private const string Install = "npm ci --prefix tests/readers";

    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(3);

    private static string? SkipReason { get; } =
        Folder is not { } folder ? "The tests do not run beside the sources."
        : !IsOnPath("node") ? $"There is no node on the PATH. With it, and after {Install}, other readers read the files."
        : !Directory.Exists(Path.Combine(folder, "node_modules")) ? $"The other readers are not installed: {Install}"
        : null;

    private static string? Folder => Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Skips a test where they cannot be run.</summary>
    public static void Require() => Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);

    /// <summary>What they find in files, in the order of the files.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="conditions">Each is asked of Polars, file by file.</param>
    public static async Task<List<FoundFile>> Read(IReadOnlyList<string> paths, IEnumerable<(string Column, string Comparison, string Value)> conditions)
    {
        string[] arguments = [Path.Combine(Folder!, "readers.mjs"), .. paths, .. conditions.SelectMany(condition => new[] { "--where", condition.Column, condition.Comparison, condition.Value })];
        using var process = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(_limit);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var files = new List<FoundFile>();
            await foreach (var file in JsonSerializer.DeserializeAsyncEnumerable<FoundFile>(process.StandardOutput.BaseStream, topLevelValues: true, JsonSerializerOptions.Web, limit.Token))
            {
                files.Add(file!);
            }

            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, await errors);
            Assert.Equal(paths, files.Select(file => file.Path));
            return files;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string? Find(DirectoryInfo? folder) =>
        folder is null ? null
        : File.Exists(Path.Combine(folder.FullName, "SparkAnalytics.sln")) ? Path.Combine(folder.FullName, "tests", "readers")
        : Find(folder.Parent);

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder =>
        File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));
}

/// <summary>What was found in a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Values">By reader and column the values in the file's order, as texts: instants are microseconds, and dates days, since 1970.</param>
/// <param name="Statistics">The row groups.</param>
/// <param name="Filtered">The first column of the rows for which each condition holds.</param>
internal sealed record FoundFile(string Path, Dictionary<string, Dictionary<string, string?[]>> Values, List<FoundGroup> Statistics, List<string?[]> Filtered);

/// <summary>What a file tells of a row group.</summary>
internal sealed record FoundGroup(int Rows, Dictionary<string, FoundStatistics> Columns);

/// <summary>What a file tells of the values of a column in a row group; null where it tells nothing.</summary>
internal sealed record FoundStatistics(string? Least, string? Greatest, int? Nulls, int? Distinct, bool IsExact);
