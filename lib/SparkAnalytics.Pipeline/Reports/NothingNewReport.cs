namespace SparkAnalytics.Pipeline.Reports;

/// <summary>What an increment reports that had nothing to do, so that nobody takes the report of the run before for its own.</summary>
/// <param name="Lakehouse">The lakehouse's folder.</param>
public sealed record NothingNewReport(string Lakehouse)
{
    /// <summary>How the program ends: done.</summary>
    public int ExitCode => (int)Pipeline.ExitCode.Done;

    /// <summary>Always true.</summary>
    public bool NothingNew => true;
}
