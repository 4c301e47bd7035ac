namespace SparkAnalytics.SparkServer;

/// <summary>The last lines that a server printed, and whether it printed one with a mark, or ended.</summary>
internal sealed class ServerOutput(string mark)
{
    private const int MostLines = 200;
    private readonly Queue<string> _lines = new();
    private readonly ManualResetEventSlim _marked = new();

    public void Add(string? line)
    {
        lock (_lines)
        {
            if (line is not null)
            {
                _lines.Enqueue(line);
                if (_lines.Count > MostLines)
                {
                    _lines.Dequeue();
                }
            }
        }

        if (line is null || line.Contains(mark, StringComparison.Ordinal))
        {
            _marked.Set();
        }
    }

    public bool WaitForMark(TimeSpan limit) => _marked.Wait(limit);

    public override string ToString()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }
}
