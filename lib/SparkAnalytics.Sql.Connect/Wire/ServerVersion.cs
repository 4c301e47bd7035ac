using System.Globalization;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>Which servers this client speaks to.</summary>
internal static class ServerVersion
{
    private const int Oldest = 4;

    /// <summary>Gives the version back.</summary>
    /// <exception cref="QueryExecutionException">The server is older than 4.0, whose SQL is not ANSI by default and which lacks functions that the models need.</exception>
    public static string Check(string? version, RemoteAddress remote)
    {
        var major = version?.Split('.')[0];
        return int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Oldest
            ? version!
            : throw new QueryExecutionException(QueryErrorKind.BadInput, $"The server at {remote} is Spark {version ?? "of an unknown version"}; Spark {Oldest}.0 or newer is needed.");
    }
}
