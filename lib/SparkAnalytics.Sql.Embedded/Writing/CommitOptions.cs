using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>
/// The writer options of a commit: <c>txnAppId</c> and <c>txnVersion</c> (a write that the table has already is not repeated), <c>userMetadata</c>, a mark that the history shows, and
/// <c>targetFileSize</c>, the size at which a data file ends, and <c>deletionVectors</c>, whether changes of rows mark them in their files instead of writing those anew.
/// </summary>
/// <param name="Application">The application, or null for none.</param>
/// <param name="Version">Its version of the work.</param>
/// <param name="UserMetadata">The mark, or null for none.</param>
/// <param name="TargetFileSize">Bytes, or null for one file.</param>
/// <param name="DeletionVectors">Whether they are used, or null where the table says.</param>
internal sealed record CommitOptions(string? Application, long Version, string? UserMetadata, long? TargetFileSize, bool? DeletionVectors)
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Known { get; } = ["txnAppId", "txnVersion", "userMetadata", "targetFileSize", "deletionVectors"];

    /// <summary>The options of a command on a table, which may also have been given for another that follows.</summary>
    /// <exception cref="AnalysisException">One is unknown or is not what it must be.</exception>
    public static CommitOptions OfTable(IReadOnlyCollection<KeyValuePair<string, string>> options)
    {
        KnownOptions.Require(options, "Delta table", [.. Known, "sortBy", "minFileSize"]);
        return Of(options);
    }

    /// <exception cref="AnalysisException">txnAppId or txnVersion is missing, or an option is not what it must be.</exception>
    public static CommitOptions Of(IEnumerable<KeyValuePair<string, string>> options)
    {
        var given = options.ToList();
        var mark = ReadOptions.Find(given, "userMetadata");
        var size = ReadOptions.Bytes(given, "targetFileSize");
        var vectors = ReadOptions.Flag(given, "deletionVectors");
        var none = new CommitOptions(null, 0, mark, size, vectors);
        return (ReadOptions.Find(given, "txnAppId"), ReadOptions.Value(given, "txnVersion", ReadOptions.Whole, "a whole number")) switch
        {
            (null, null) => none,
            ({ } application, { } version) => none with { Application = application, Version = version },
            _ => throw new AnalysisException("The writer options txnAppId and txnVersion go together; one is missing."),
        };
    }

    public bool IsIn(Snapshot snapshot) => Application is not null && snapshot.Transactions.TryGetValue(Application, out var stored) && stored >= Version;

    public void Apply(Transaction transaction)
    {
        if (Application is not null)
        {
            transaction.SetTransaction(Application, Version);
        }

        if (UserMetadata is not null)
        {
            transaction.WithUserMetadata(UserMetadata);
        }
    }
}
