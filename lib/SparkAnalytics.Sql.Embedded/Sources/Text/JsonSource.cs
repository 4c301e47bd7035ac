using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>JSON lines. A line that is not one object by RFC 8259 has NULL in all columns, and its text in the column of <c>columnNameOfCorruptRecord</c>.</summary>
internal sealed class JsonSource(TextSource text) : ISource
{
    public IReadOnlyCollection<string> Options { get; } = ["columnNameOfCorruptRecord", "maxLineSize", "recursiveFileLookup"];

    public StructType Schema(Read read, Workspace workspace)
    {
        var files = FileListing.Files(read);
        var found = SchemaText.Describe(workspace.Session, $"SELECT * FROM read_json({SqlText.Paths(files)}, format = 'newline_delimited', ignore_errors = true)");
        return new StructType(found.Fields.Concat(read.Option("columnNameOfCorruptRecord") is { } name ? [new StructField(name, new StringType())] : []));
    }

    public string Select(Read read, NameScope names, Workspace workspace, IReadOnlyList<Expression> conditions)
    {
        if (text.Lines(FileListing.Files(read), read, workspace) is not { } lines)
        {
            return EmptyRows.Select(read, names);
        }

        var corrupt = read.Option("columnNameOfCorruptRecord");
        var columns = read.Columns.Select(column => $"{(column.Name == corrupt ? "CASE WHEN NOT is_object THEN value END" : Member(column))} AS {names[column]}");
        return $"SELECT {string.Join(", ", columns.Append($"file AS {names[read.FileName]}"))}\nFROM (SELECT value, file, readable AND spark_json_strict(value) AS is_object FROM (\n{lines}\n) WHERE value <> '')";
    }

    private static string Member(AttributeReference column)
    {
        var member = $"CASE WHEN is_object THEN spark_json_member(value, {SqlText.Text(column.Name)}) END";
        return column.DataType switch
        {
            StringType => member,
            ArrayType or StructType or MapType => $"TRY(CAST(CAST({member} AS JSON) AS {SqlTypes.Name(column.DataType)}))",
            _ => CastCompiler.Sql($"({member})", new StringType(), column.DataType, isTry: true),
        };
    }
}
