using System.Text.Json;
using System.Text.Json.Serialization;
using SparkAnalytics.Pipeline;

namespace SparkAnalytics.Jobs.Samples;

/// <summary>A folder that this program may overwrite, because a file in it says that this program made it.</summary>
/// <param name="folder">The folder.</param>
/// <param name="marker">The name of the file; begins with an underscore, so that no reader takes it for data.</param>
internal sealed class OwnFolder(string folder, string marker)
{
    /// <summary>Makes the folder or takes it over.</summary>
    /// <param name="what">What it is for, e.g. <c>sample</c>.</param>
    /// <param name="option">The option that names it.</param>
    /// <param name="content">What the marker says.</param>
    /// <exception cref="PipelineException">It holds something and was not made here.</exception>
    public void Claim(string what, string option, IReadOnlyDictionary<string, string> content)
    {
        var path = Path.Combine(folder, marker);
        if (File.Exists(folder))
        {
            throw new PipelineException(ExitCode.BadUsage, $"{option} {folder}: this is a file; name a folder");
        }

        if (Directory.Exists(folder) && !File.Exists(path) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new PipelineException(ExitCode.BadUsage, $"{option} {folder}: the folder holds files and no {what} made by this program (it has no {marker}); name a new folder");
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(path, JsonSerializer.Serialize(content, MarkerContext.Default.IReadOnlyDictionaryStringString) + "\n");
    }
}

/// <summary>How a marker becomes JSON, made by the compiler: without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class MarkerContext : JsonSerializerContext;
