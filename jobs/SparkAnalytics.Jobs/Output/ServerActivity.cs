namespace SparkAnalytics.Jobs.Output;

/// <summary>Hands on what a server tells of its work to whoever listens at the moment.</summary>
internal sealed class ServerActivity
{
    private volatile Action<ServerWork>? _listener;

    public void Report(ServerWork done) => _listener?.Invoke(done);

    /// <summary>Listens while something runs.</summary>
    public T While<T>(Action<ServerWork> listener, Func<T> work)
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
