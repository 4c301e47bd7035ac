using System.Collections.Immutable;
using SparkAnalytics.Sql.Connect.Wire;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>Paths as Spark takes them: always as globs, so what is one file or folder by its very name is escaped.</summary>
internal static class ReadPaths
{
    private static readonly char[] s_signs = ['*', '?', '[', ']', '{', '}', '\\'];

    /// <summary>Each path, escaped where something has just that name.</summary>
    public static IReadOnlyList<string> Of(ImmutableArray<string> paths, SparkConnection connection) =>
        [.. paths.Select(path => path.IndexOfAny(s_signs) >= 0 && Escaped(path) is var exact && Exists(exact, connection) ? exact : path)];

    /// <summary>The path of a file that Spark named by its percent-encoded URI.</summary>
    public static string Exact(string uri) => Escaped(Uri.UnescapeDataString(uri));

    private static string Escaped(string path) => string.Concat(path.Select(sign => s_signs.Contains(sign) ? $"\\{sign}" : sign.ToString()));

    private static bool Exists(string path, SparkConnection connection)
    {
        var request = connection.NewAnalysis();
        request.Schema = new() { Plan = new() { Root = new() { Read = new() { DataSource = new Proto.Read.Types.DataSource { Format = "binaryFile", Paths = { path } } } } } };
        try
        {
            connection.Call((stub, options) => stub.AnalyzePlan(request, options));
            return true;
        }
        catch (QueryExecutionException failure) when (failure.Kind == QueryErrorKind.NotFound)
        {
            return false;
        }
    }
}
