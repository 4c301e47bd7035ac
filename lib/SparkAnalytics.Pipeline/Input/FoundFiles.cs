using System.Collections.Immutable;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>What stands behind the inputs.</summary>
/// <param name="Files">The files to read, each once.</param>
/// <param name="PassedOver">Files of folders and globs whose names tell no format.</param>
internal sealed record FoundFiles(ImmutableArray<InputFile> Files, ImmutableArray<string> PassedOver);
