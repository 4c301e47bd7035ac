using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <content>Functions of JSON and CSV text. Options are constants: a map of names and values in pairs.</content>
public static partial class FunctionRegistry
{
    private static IEnumerable<FunctionDefinition> Documents() =>
    [
        Scalar("get_json_object", "json:string, path:string", ResultTypes.Text),
        Scalar("json_array_length", "json:string", ResultTypes.Int),
        Scalar("json_object_keys", "json:string", ResultTypes.Texts),
        Scalar("from_json", "json:string, schema:string, options:any?", SchemaArgument),
        Scalar("to_json", "value:any, options:any?", ResultTypes.Text),
        Scalar("schema_of_json", "json:string, options:any?", ResultTypes.Text),
        Scalar("from_csv", "csv:string, schema:string, options:any?", SchemaArgument),
        Scalar("to_csv", "value:struct, options:any?", ResultTypes.Text),
        Scalar("schema_of_csv", "csv:string, options:any?", ResultTypes.Text),
    ];

    private static DataType SchemaArgument(FunctionCall call) => call.Arguments[1] is Literal { Value: string schema }
        ? DataTypeParser.ParseSchemaOrType(schema)
        : throw new AnalysisException($"{call.Name} wants its schema as a constant, e.g. 'a INT, b STRING'.");
}
