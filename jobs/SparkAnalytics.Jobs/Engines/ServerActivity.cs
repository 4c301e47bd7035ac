using SparkAnalytics.Sql.Connect;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>Hands on what a server tells of its work to whoever listens at the moment.</summary>
internal sealed class ServerActivity
{
    private volatile Action<ServerProgress>? _listener;

    public void Report(ServerProgress progress) => _listener?.Invoke(progress);

    /// <summary>Listens while something runs.</summary>
    public T While<T>(Action<ServerProgress> listener, Func<T> work)
    {
        _listener = listener;
        try
        {
            return work();
        }
        finally
        {
            _listener = null;
        }
    }
}
