using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>Lines and records of text, and what is asked of one: a relation of them has the columns below.</summary>
internal static class TextLines
{
    /// <summary>The line or record, with the bytes that the file has.</summary>
    public const string Value = "value";

    /// <summary>The file's URI, its special characters percent-encoded.</summary>
    public const string File = "file";

    /// <summary>Rises in the order of the lines of a file.</summary>
    public const string Position = "position";

    /// <summary>All lines of files. They end at LF, CRLF or CR, as in process; the reader drops a byte order mark and unpacks .gz.</summary>
    public static Proto.Relation Of(IEnumerable<string> paths)
    {
        var source = new Proto.Read.Types.DataSource { Format = "text" };
        source.Paths.AddRange(paths);
        return RelationCompiler.Select(
            new() { Read = new() { DataSource = source } },
            Terms.Column(Value),
            Terms.Named(FilePath(), File),
            Terms.Named(Terms.Call("monotonically_increasing_id"), Position));
    }

    public static Proto.Relation Filter(Proto.Relation input, Proto.Expression condition) => new() { Filter = new() { Input = input, Condition = condition } };

    public static Proto.Expression FilePath() => Terms.Item(Terms.Column("_metadata"), Terms.Text("file_path"));

    /// <summary>A file as a person names it, from its URI: the path alone where it is a file: one, and no escapes.</summary>
    public static Proto.Expression PlainName(Proto.Expression uri) => Terms.Call(
        "regexp_replace",
        Terms.Call("url_decode", Terms.Call("replace", uri, Terms.Text("+"), Terms.Text("%2B"))),
        Terms.Text("^file:/+"),
        Terms.Text("/"));

    public static Proto.Expression IsValid(Proto.Expression value) => Terms.Call("is_valid_utf8", value);

    /// <summary>The text with U+FFFD for each ill-formed sequence.</summary>
    public static Proto.Expression Shown(Proto.Expression value) => Terms.Call("make_valid_utf8", value);

    public static Proto.Expression Md5(Proto.Expression value) => Terms.Call("md5", Terms.Cast(value, new BinaryType()));

    public static Proto.Expression Length(Proto.Expression value) => Terms.Call("octet_length", value);

    public static Proto.Expression If(Proto.Expression condition, Proto.Expression value, Proto.Expression otherwise) => Terms.When(condition, value, otherwise);

    /// <summary>A file as a person names it, from its URI.</summary>
    public static string Plain(string uri) => Uri.UnescapeDataString(uri) is var text && text.StartsWith("file:", StringComparison.Ordinal) ? "/" + text["file:".Length..].TrimStart('/') : text;
}
