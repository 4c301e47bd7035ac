using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>Lines of text of which those that are not UTF-8 stand apart, with the md5 of their bytes.</summary>
internal static class StrictText
{
    public static StructType Schema(Read read)
    {
        string?[] told = [read.CorruptColumn(), read.Md5Column()];
        return new StructType([.. told.OfType<string>().Prepend(TextLines.Value).Select(name => new StructField(name, new StringType()))]);
    }

    /// <summary>The schema's columns and the file's name, by the names that are asked for.</summary>
    public static Proto.Relation Of(Read read, IReadOnlyList<string> paths, Func<AttributeReference, string> name, bool withFileName)
    {
        var value = Terms.Column(TextLines.Value);
        var lines = TextLines.Of(paths);
        var rows = read.MostBytes() is { } most ? TextLines.Filter(lines, IsShort(value, most)) : lines;
        var isValid = TextLines.IsValid(value);
        Proto.Expression Column(AttributeReference column) =>
            column.Name == read.CorruptColumn() ? Terms.When(Terms.Not(isValid), TextLines.Shown(value))
            : column.Name == read.Md5Column() ? Terms.When(Terms.Not(isValid), TextLines.Md5(value))
            : read.CorruptColumn() is null ? value
            : Terms.When(isValid, value);
        var columns = read.Columns.Select(column => Terms.Named(Column(column), name(column)));
        return RelationCompiler.Select(rows, withFileName ? columns.Append(Terms.Named(TextLines.PlainName(Terms.Column(TextLines.File)), name(read.FileName))) : columns);
    }

    /// <summary>True, or an error that names the file.</summary>
    private static Proto.Expression IsShort(Proto.Expression value, int most)
    {
        var file = TextLines.PlainName(Terms.Column(TextLines.File));
        var message = Terms.Call("concat", Terms.Text("The file '"), file, Terms.Text(TooLong(most)));
        return TextLines.If(Terms.Call(">", TextLines.Length(value), Terms.Number(most)), Terms.Cast(Terms.Call("raise_error", message), new BooleanType()), Terms.Truth(true));
    }

    /// <summary>What follows a file's name.</summary>
    public static string TooLong(int most) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"' has a record of more than {most} bytes, the limit of the reader (max_line_size). Raise the limit if that is no mistake.");
}
