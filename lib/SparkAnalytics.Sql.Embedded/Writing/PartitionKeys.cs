using System.Collections;
using System.Text;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>
/// The partition values of new files. The rows of each combination of values go to a folder of their own; what the values are is told by keys beside the files' names, in which null is no text,
/// and texts that a folder cannot be called by stand under a checksum.
/// </summary>
/// <param name="metadata">The table.</param>
/// <param name="select">The rows.</param>
internal sealed class PartitionKeys(TableMetadata metadata, string select)
{
    /// <summary>In bytes, of a column's name and of its text each: in a folder's name, which holds 255, each byte may take three.</summary>
    private const int LongestName = 40;

    private const string Checked = "%";

    /// <summary>What DuckDB gives for a key that is NULL.</summary>
    private const string Null = "NULL";

    private readonly IReadOnlyList<DeltaField> _fields = [.. metadata.PartitionColumns.Select(name => metadata.Schema.Find(name)!)];

    /// <summary>Whether there are any.</summary>
    public bool Any => _fields.Count > 0;

    /// <summary>The rows with keys in the place of partition values.</summary>
    public string Select => !Any ? select : $"SELECT * EXCLUDE ({string.Join(", ", _fields.Select(Column))}), {string.Join(", ", _fields.Select((column, index) => $"{Key(column)} AS {SqlText.Name(Label(index))}"))}\nFROM (\n{select}\n)";

    /// <summary>The names of the keys, for COPY.</summary>
    public string Labels => string.Join(", ", _fields.Select((_, index) => SqlText.Name(Label(index))));

    /// <summary>A file's values by its keys, still with checksums.</summary>
    public IReadOnlyDictionary<string, string?> Values(IDictionary? keys) => _fields.Select((field, index) => (field, index))
        .ToDictionary(item => metadata.PhysicalName(item.field), item => keys?[Label(item.index)] as string is { } key && key != Null ? key : null, StringComparer.Ordinal);

    /// <summary>The files with the texts of checksums, which are looked up among the rows if there is one.</summary>
    public IReadOnlyList<WrittenFile> Told(IReadOnlyList<WrittenFile> files, DuckSession session)
    {
        if (!files.Any(file => file.Action.PartitionValues.Values.Any(IsChecksum)))
        {
            return files;
        }

        var texts = _fields.ToDictionary(metadata.PhysicalName, field => Texts(field, session), StringComparer.Ordinal);
        return [.. files.Select(file => file with
        {
            Action = file.Action with
            {
                PartitionValues = file.Action.PartitionValues.ToDictionary(value => value.Key, value => IsChecksum(value.Value) ? Found(texts[value.Key], value.Value!) : value.Value, StringComparer.Ordinal),
            },
        })];
    }

    private static string Found(Dictionary<string, string> texts, string checksum) => texts.GetValueOrDefault(checksum)
        ?? throw new AnalysisException("The rows have other partition values each time that they are computed; keep them by Cache() and write those.");

    private static bool IsChecksum(string? key) => key?.StartsWith(Checked, StringComparison.Ordinal) is true;

    private Dictionary<string, string> Texts(DeltaField field, DuckSession session) => session.Query(
        $"SELECT DISTINCT {Key(field)} AS key, {Text(field)} FROM (\n{select}\n) WHERE starts_with(key, {SqlText.Text(Checked)})",
        reader => (Key: reader.GetString(0), Text: reader.GetString(1))).ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal);

    /// <summary>The empty text is null in Delta (PROTOCOL.md, "Partition Value Serialization").</summary>
    private string Key(DeltaField field)
    {
        var text = Text(field);
        return DeltaTypes.ToType(field.Type) is StringType or BinaryType
            ? $"CASE WHEN {text} = '' THEN NULL WHEN {text} IN ('{Null}', '__HIVE_DEFAULT_PARTITION__') OR starts_with({text}, '{Checked}') OR strlen({text}) > {SqlText.Number(LongestName)} THEN '{Checked}' || md5({text}) ELSE {text} END"
            : text;
    }

    private string Text(DeltaField field) => DeltaTypes.ToType(field.Type) switch
    {
        TimestampType => $"strftime(timezone('UTC', {Column(field)}), '%Y-%m-%dT%H:%M:%S.%fZ')",
        var type => CastCompiler.Sql(Column(field), type, new StringType(), isTry: false),
    };

    private string Column(DeltaField field) => SqlText.Name(metadata.PhysicalName(field));

    private string Label(int index) => metadata.PhysicalName(_fields[index]) is var name && Encoding.UTF8.GetByteCount(name) <= LongestName ? name : $"partition {SqlText.Number(index)}";
}
