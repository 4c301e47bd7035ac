using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <content>Functions of JSON and CSV text.</content>
public static partial class Functions
{
    /// <summary>A member of a JSON document as text; NULL where it is not there or the document is malformed.</summary>
    /// <param name="column">The value.</param>
    /// <param name="path">A path such as <c>$.a.b</c>.</param>
    /// <returns>The value.</returns>
    public static Column GetJsonObject(Column column, string path) => Call("get_json_object", column, path);

    /// <summary>Several members of a JSON document as columns <c>c0</c>, <c>c1</c>, ...; name them by <see cref="Column.As(IEnumerable{string})"/>.</summary>
    /// <param name="column">The value.</param>
    /// <param name="fields">The members.</param>
    /// <returns>The value.</returns>
    public static Column JsonTuple(Column column, params string[] fields) => Call("json_tuple", [column, .. fields]);

    /// <summary>A JSON document as a structure, map or array; NULL members where it does not fit.</summary>
    /// <param name="column">The value.</param>
    /// <param name="schema">The type, e.g. <c>a INT, b STRING</c> or JSON.</param>
    /// <param name="options">Options by Spark's names.</param>
    /// <returns>The value.</returns>
    public static Column FromJson(Column column, string schema, Dictionary<string, string>? options = null) => WithOptions("from_json", options, column, schema);

    /// <summary>A JSON document as a structure, map or array; NULL members where it does not fit.</summary>
    /// <param name="column">The value.</param>
    /// <param name="schema">The type, e.g. <c>a INT, b STRING</c> or JSON.</param>
    /// <param name="options">Options by Spark's names.</param>
    /// <returns>The value.</returns>
    public static Column FromJson(Column column, Column schema, Dictionary<string, string>? options = null) => WithOptions("from_json", options, column, schema);

    /// <summary>The schema of a JSON document.</summary>
    /// <param name="json">Json.</param>
    /// <returns>The value.</returns>
    public static Column SchemaOfJson(string json) => Call("schema_of_json", json);

    /// <summary>The schema of a JSON document.</summary>
    /// <param name="json">Json.</param>
    /// <returns>The value.</returns>
    public static Column SchemaOfJson(Column json) => Call("schema_of_json", json);

    /// <summary>The schema of a JSON document.</summary>
    /// <param name="json">Json.</param>
    /// <param name="options">Options by Spark's names.</param>
    /// <returns>The value.</returns>
    public static Column SchemaOfJson(Column json, Dictionary<string, string> options) => WithOptions("schema_of_json", options, json);

    /// <summary>A structure, map or array as JSON.</summary>
    /// <param name="column">The value.</param>
    /// <param name="options">Options by Spark's names.</param>
    /// <returns>The value.</returns>
    public static Column ToJson(Column column, Dictionary<string, string>? options = null) => WithOptions("to_json", options, column);

    /// <summary>A line of CSV as a structure.</summary>
    /// <param name="column">The value.</param>
    /// <param name="schema">The type, e.g. <c>a INT, b STRING</c> or JSON.</param>
    /// <param name="options">Options by Spark's names.</param>
    /// <returns>The value.</returns>
    public static Column FromCsv(Column column, StructType schema, Dictionary<string, string> options) => WithOptions("from_csv", options, column, schema.Json);

    /// <summary>A line of CSV as a structure.</summary>
    /// <param name="column">The value.</param>
    /// <param name="schema">The type, e.g. <c>a INT, b STRING</c> or JSON.</param>
    /// <param name="options">Options by Spark's names.</param>
    /// <returns>The value.</returns>
    public static Column FromCsv(Column column, Column schema, Dictionary<string, string> options) => WithOptions("from_csv", options, column, schema);

    /// <summary>The schema of a line of CSV.</summary>
    /// <param name="csv">Csv.</param>
    /// <returns>The value.</returns>
    public static Column SchemaOfCsv(string csv) => Call("schema_of_csv", csv);

    /// <summary>The schema of a line of CSV.</summary>
    /// <param name="csv">Csv.</param>
    /// <returns>The value.</returns>
    public static Column SchemaOfCsv(Column csv) => Call("schema_of_csv", csv);

    /// <summary>The schema of a line of CSV.</summary>
    /// <param name="csv">Csv.</param>
    /// <param name="options">Options by Spark's names.</param>
    /// <returns>The value.</returns>
    public static Column SchemaOfCsv(Column csv, Dictionary<string, string> options) => WithOptions("schema_of_csv", options, csv);

    /// <summary>A structure as a line of CSV.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column ToCsv(Column column) => Call("to_csv", column);

    /// <summary>A structure as a line of CSV.</summary>
    /// <param name="column">The value.</param>
    /// <param name="options">Options by Spark's names.</param>
    /// <returns>The value.</returns>
    public static Column ToCsv(Column column, Dictionary<string, string> options) => WithOptions("to_csv", options, column);

    private static Column WithOptions(string function, Dictionary<string, string>? options, params object?[] arguments) =>
        Call(function, options is null or { Count: 0 } ? arguments : [.. arguments, options]);
}
