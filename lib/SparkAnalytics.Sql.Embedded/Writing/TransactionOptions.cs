using System.Globalization;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>The writer options <c>txnAppId</c> and <c>txnVersion</c>: a write that the table has already is not repeated.</summary>
/// <param name="Application">The application, or null for none.</param>
/// <param name="Version">Its version of the work.</param>
internal sealed record TransactionOptions(string? Application, long Version)
{
    /// <exception cref="AnalysisException">One of the two is missing.</exception>
    public static TransactionOptions Of(IEnumerable<KeyValuePair<string, string>> options)
    {
        var given = options.ToList();
        return (ReadOptions.Find(given, "txnAppId"), ReadOptions.Find(given, "txnVersion")) switch
        {
            (null, null) => new TransactionOptions(null, 0),
            ({ } application, { } version) => new TransactionOptions(application, long.Parse(version, CultureInfo.InvariantCulture)),
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
    }
}
