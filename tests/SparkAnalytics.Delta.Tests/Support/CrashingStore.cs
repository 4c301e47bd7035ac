namespace SparkAnalytics.Delta.Tests;

/// <summary>A store whose process dies right after a number of calls, or right before the next one takes effect.</summary>
internal sealed class CrashingStore(IFileStore inner, int callsThatWork) : IFileStore
{
    private int calls;

    public bool Crashed { get; private set; }

    /// <summary>The calls so far.</summary>
    public int Calls => calls;

    public string Normalize(string location) => inner.Normalize(location);

    public IReadOnlyList<string> List(string directory) => Call(() => inner.List(directory));

    public IEnumerable<StoredFile> ListRecursively(string directory) => Call(() => inner.ListRecursively(directory));

    public StoredFile? Find(string path) => Call(() => inner.Find(path));

    public Stream OpenRead(string path) => Call(() => inner.OpenRead(path));

    public bool TryPutIfAbsent(string path, ReadOnlyMemory<byte> content) => Call(() => inner.TryPutIfAbsent(path, content));

    public bool TryMoveIfAbsent(string source, string destination) => Call(() => inner.TryMoveIfAbsent(source, destination));

    public void Put(string path, ReadOnlyMemory<byte> content) => Call(() => inner.Put(path, content));

    public void Sync(IReadOnlyCollection<string> paths) => Call(() => inner.Sync(paths));

    public void Delete(string path) => Call(() => inner.Delete(path));

    public void CreateDirectory(string directory) => Call(() => inner.CreateDirectory(directory));

    public bool DeleteDirectoryIfEmpty(string directory) => Call(() => inner.DeleteDirectoryIfEmpty(directory));

    private void Call(Action call) => _ = Call(() =>
    {
        call();
        return true;
    });

    private T Call<T>(Func<T> call)
    {
        if (Crashed)
        {
            throw new IOException("The process is dead.");
        }

        var result = call();
        if (++calls > callsThatWork)
        {
            Crashed = true;
            (result as IDisposable)?.Dispose();
            throw new IOException("The process died after this call.");
        }

        return result;
    }
}
