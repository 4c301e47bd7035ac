using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Sources.Text;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>The formats by Spark's reader names.</summary>
internal sealed class SourceCatalog
{
    private readonly Dictionary<string, ISource> _sources;

    public SourceCatalog(DeltaTables tables)
    {
        var files = new CheckedFiles();
        var text = new TextSource(files);
        _sources = new(StringComparer.OrdinalIgnoreCase)
        {
            ["parquet"] = new ParquetSource(),
            ["csv"] = new CsvSource(files),
            ["text"] = text,
            ["json"] = new JsonSource(text),
            ["binaryFile"] = new BinaryFileSource(),
            ["delta"] = new DeltaSource(tables),
        };
    }

    public ISource Find(string format) => _sources.GetValueOrDefault(format)
        ?? throw new AnalysisException($"The embedded engine cannot read the format '{format}'; it reads {string.Join(", ", _sources.Keys)}.");
}
