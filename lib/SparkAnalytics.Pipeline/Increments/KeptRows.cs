using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>Rows that a run computes once and uses several times; all are released at its end.</summary>
internal sealed class KeptRows : IDisposable
{
    private readonly List<DataFrame> _kept = [];

    /// <summary>Keeps rows from their first use on.</summary>
    public DataFrame Keep(DataFrame rows)
    {
        _kept.Add(rows.Cache());
        return rows;
    }

    public void Dispose() => _kept.ForEach(rows => rows.Unpersist());
}
