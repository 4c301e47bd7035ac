namespace SparkAnalytics.Sql.Types;

/// <summary>Reads type names (<c>decimal(18,2)</c>, <c>array&lt;int&gt;</c>) and lists of columns (<c>a INT, b STRING NOT NULL</c>) as Spark SQL writes them.</summary>
public static class DataTypeParser
{
    /// <summary>Reads one type.</summary>
    /// <param name="text">The type's name; case does not matter.</param>
    /// <returns>The type.</returns>
    /// <exception cref="AnalysisException">The text is no type.</exception>
    public static DataType ParseType(string text)
    {
        var reader = new TypeTextReader(text);
        var type = reader.ReadType();
        reader.ExpectEnd();
        return type;
    }

    /// <summary>Reads a list of columns.</summary>
    /// <param name="text">Names with types, by commas; <c>NOT NULL</c> and <c>COMMENT '...'</c> may follow.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="AnalysisException">The text is no list of columns.</exception>
    public static StructType ParseSchema(string text)
    {
        var reader = new TypeTextReader(text);
        var schema = reader.ReadColumns();
        reader.ExpectEnd();
        return schema;
    }

    /// <summary>Reads what <c>from_json</c> takes: a JSON schema, one type, or a list of columns.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The type.</returns>
    /// <exception cref="AnalysisException">The text is none of these.</exception>
    public static DataType ParseSchemaOrType(string text)
    {
        if (text.TrimStart().StartsWith('{') || text.TrimStart().StartsWith('"'))
        {
            return DataTypeJson.Read(text);
        }

        try
        {
            return ParseType(text);
        }
        catch (AnalysisException)
        {
            return ParseSchema(text);
        }
    }
}
