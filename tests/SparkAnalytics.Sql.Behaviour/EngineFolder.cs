using System.Text;

namespace SparkAnalytics.Sql.Behaviour;

/// <summary>A folder where an engine reads and writes, which goes with its contents when the test ends.</summary>
public abstract class EngineFolder : IDisposable
{
    /// <summary>The path that the engine knows it by.</summary>
    public abstract string Path { get; }

    /// <summary>The path of something in the folder.</summary>
    public string this[string name] => $"{Path}/{name}";

    /// <summary>Writes a file and gives its path.</summary>
    public abstract string Write(string name, byte[] bytes);

    /// <summary>Writes a file of UTF-8 and gives its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public abstract void Dispose();
}
