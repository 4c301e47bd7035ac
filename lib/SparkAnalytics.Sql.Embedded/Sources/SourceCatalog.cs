using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Sources.Text;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>The formats by Spark's reader names.</summary>
internal sealed class SourceCatalog
{
    private readonly Dictionary<string, ISource> _sources;

    public SourceCatalog(DeltaTables tables)
    {
        var files = new CheckedFiles();
        var text = new TextSource(files);
        Delta = new DeltaSource(tables);
        _sources = new(StringComparer.OrdinalIgnoreCase)
        {
            ["parquet"] = new ParquetSource(),
            ["csv"] = new CsvSource(files),
            ["text"] = text,
            ["json"] = new JsonSource(text),
            ["binaryFile"] = new BinaryFileSource(),
            ["delta"] = Delta,
        };
    }

    /// <summary>Delta tables.</summary>
    public DeltaSource Delta { get; }

    /// <summary>The source of a relation.</summary>
    /// <exception cref="AnalysisException">There is no such format, or it has no such option.</exception>
    public ISource Find(Read read)
    {
        var source = _sources.GetValueOrDefault(read.Format)
            ?? throw new AnalysisException($"The embedded engine cannot read the format '{read.Format}'; it reads {string.Join(", ", _sources.Keys)}.");
        KnownOptions.Require(read.Options.Remove(FirstLines.OptionName), $"reader of {read.Format}", source.Options);
        return source;
    }
}
