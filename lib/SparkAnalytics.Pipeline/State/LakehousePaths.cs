namespace SparkAnalytics.Pipeline.State;

/// <summary>Where things are in a lakehouse. A path may be a URI, so parts are joined by a slash.</summary>
/// <param name="Root">The lakehouse's folder.</param>
internal sealed record LakehousePaths(string Root)
{
    public string Runs => Of("_state/runs");

    public string LoadedFiles => Of("_state/loaded_files");

    public string Lock => Of("_state/lock");

    public string Settings => Of("_state/settings");

    public string Restatements => Of("_state/restatements");

    public string Of(string table) => $"{Root.TrimEnd('/')}/{table}";
}
