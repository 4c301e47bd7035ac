using System.Text;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Printing;

/// <summary>A schema as Spark's <c>printSchema</c> draws it.</summary>
internal static class SchemaText
{
    public static string Of(StructType schema, int depth)
    {
        var text = new StringBuilder("root\n");
        AppendMembers(text, schema, " |", depth);
        return text.ToString();
    }

    private static void AppendMembers(StringBuilder text, StructType structure, string prefix, int depth)
    {
        foreach (var member in structure.Fields)
        {
            text.Append(prefix).Append("-- ").Append(member.Name).Append(": ").Append(member.DataType.TypeName).Append(" (nullable = ").Append(Truth(member.IsNullable)).Append(")\n");
            AppendInside(text, member.DataType, prefix + "    |", depth - 1);
        }
    }

    private static void AppendInside(StringBuilder text, DataType type, string prefix, int depth)
    {
        if (depth <= 0)
        {
            return;
        }

        switch (type)
        {
            case StructType structure:
                AppendMembers(text, structure, prefix, depth);
                break;
            case ArrayType array:
                text.Append(prefix).Append("-- element: ").Append(array.ElementType.TypeName).Append(" (containsNull = ").Append(Truth(array.ContainsNull)).Append(")\n");
                AppendInside(text, array.ElementType, prefix + "    |", depth - 1);
                break;
            case MapType map:
                text.Append(prefix).Append("-- key: ").Append(map.KeyType.TypeName).Append('\n');
                AppendInside(text, map.KeyType, prefix + "    |", depth - 1);
                text.Append(prefix).Append("-- value: ").Append(map.ValueType.TypeName).Append(" (valueContainsNull = ").Append(Truth(map.ValueContainsNull)).Append(")\n");
                AppendInside(text, map.ValueType, prefix + "    |", depth - 1);
                break;
            default:
                break;
        }
    }

    private static string Truth(bool value) => value ? "true" : "false";
}
