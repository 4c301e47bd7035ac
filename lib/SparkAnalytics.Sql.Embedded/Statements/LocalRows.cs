using System.Collections.Immutable;
using System.Data.SqlTypes;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using DuckDBAppender = DuckDB.NET.Data.DuckDBAppender;
using IDuckDBAppenderRow = DuckDB.NET.Data.IDuckDBAppenderRow;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>Rows of the program: as VALUES where they are few, else appended to a table as they come.</summary>
internal static class LocalRows
{
    private const int MostInline = 100;

    /// <summary>A SELECT over the rows.</summary>
    public static string Select(LocalRelation relation, NameScope names, Workspace workspace)
    {
        using var rows = relation.Rows.GetEnumerator();
        var first = new List<IReadOnlyList<object?>>();
        while (first.Count <= MostInline && rows.MoveNext())
        {
            first.Add(rows.Current);
        }

        return first.Count <= MostInline ? Inline(relation.Columns, names, first) : Appended(relation, names, workspace, first, rows);
    }

    /// <summary>A SELECT that holds the rows itself.</summary>
    public static string Inline(ImmutableArray<AttributeReference> given, NameScope names, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        if (given.IsEmpty)
        {
            return $"SELECT NULL AS nothing\nFROM range({rows.Count})";
        }

        var columns = string.Join(", ", given.Select(column => names[column]));
        if (rows.Count == 0)
        {
            return $"SELECT {string.Join(", ", given.Select(column => $"CAST(NULL AS {SqlTypes.Name(column.DataType)}) AS {names[column]}"))}\nWHERE FALSE";
        }

        var values = rows.Select((row, number) => $"({string.Join(", ", given.Select((column, index) => Constant(row[index], column.DataType, number == 0)))})");
        return $"SELECT *\nFROM (VALUES\n  {string.Join(",\n  ", values)}) AS rows({columns})";
    }

    /// <summary>The first row says the types.</summary>
    private static string Constant(object? value, DataType type, bool isTyped) => isTyped
        ? $"CAST({Literals.Sql(value, type)} AS {SqlTypes.Name(type)})"
        : value is null ? "NULL" : Literals.Sql(value, type);

    private static string Appended(LocalRelation relation, NameScope names, Workspace workspace, List<IReadOnlyList<object?>> first, IEnumerator<IReadOnlyList<object?>> rest)
    {
        var table = workspace.TableName("rows");
        var columns = relation.Columns.Select((column, index) => $"c{index} {SqlTypes.Name(Stored(column.DataType))}");
        var texts = new AppendedText(relation.Columns.Length);
        workspace.Session.Execute($"CREATE TABLE {SqlText.EngineTable(table)} ({string.Join(", ", columns)})");
        workspace.Session.Guard(() =>
        {
            using var appender = workspace.Session.Append(SqlText.EngineSchema, table);
            first.ForEach(row => Append(appender, row, relation, texts));
            while (rest.MoveNext())
            {
                Append(appender, rest.Current, relation, texts);
            }

            return 0;
        });
        return $"SELECT {string.Join(", ", relation.Columns.Select((column, index) => $"{texts.Unmasked(Restored($"c{index}", column.DataType), index, column.DataType)} AS {names[column]}"))}\nFROM {SqlText.EngineTable(table)}";
    }

    /// <summary>What the appender takes: moments and intervals as microseconds, wide decimals as text; structures it cannot take.</summary>
    private static DataType Stored(DataType type) => type switch
    {
        TimestampType or TimestampNtzType or DayTimeIntervalType => new LongType(),
        DecimalType number when DecimalValues.IsWide(number) => new StringType(),
        StructType or MapType => throw new AnalysisException($"More than {MostInline} local rows cannot hold a column of type {type.SimpleString}; write them to a file first."),
        _ => type,
    };

    private static string Restored(string column, DataType type) => type switch
    {
        TimestampType => $"make_timestamptz({column})",
        TimestampNtzType => $"make_timestamp({column})",
        DayTimeIntervalType => $"to_microseconds({column})",
        DecimalType number when DecimalValues.IsWide(number) => $"CAST({column} AS {SqlTypes.Name(number)})",
        _ => column,
    };

    private static IDuckDBAppenderRow Append(IDuckDBAppenderRow target, object number, DecimalType type)
    {
        var value = DecimalValues.Of(DecimalValues.Digits(number, type), type);
        return value is decimal narrow ? target.AppendValue(narrow) : target.AppendValue(DecimalValues.Text(value, type.Scale));
    }

    private static void Append(DuckDBAppender appender, IReadOnlyList<object?> row, LocalRelation relation, AppendedText texts)
    {
        var target = appender.CreateRow();
        for (var index = 0; index < relation.Columns.Length; index++)
        {
            _ = row[index] switch
            {
                null => target.AppendNullValue(),
                decimal or SqlDecimal when relation.Columns[index].DataType is DecimalType exact => Append(target, row[index]!, exact),
                string text => target.AppendValue(texts.Masked(text, index)),
                long number => target.AppendValue(number),
                int number => target.AppendValue(number),
                short number => target.AppendValue(number),
                sbyte number => target.AppendValue(number),
                bool flag => target.AppendValue(flag),
                double number => target.AppendValue(number),
                float number => target.AppendValue(number),
                decimal number => target.AppendValue(number),
                Timestamp moment => target.AppendValue(moment.UnixMicroseconds),
                TimeSpan length => target.AppendValue(length.Ticks / TimeSpan.TicksPerMicrosecond),
                Date date => target.AppendValue(new DateOnly(date.Year, date.Month, date.Day)),
                byte[] bytes => target.AppendValue(bytes),
                IEnumerable<object?> items => target.AppendValue(items.Select(item => texts.Masked((string?)item, index)).ToList()),
                var other => throw new AnalysisException($"A local row holds a value of .NET type {other.GetType().Name} in the column '{relation.Columns[index].Name}', which has the type {relation.Columns[index].DataType.SimpleString}."),
            };
        }

        target.EndRow();
    }
}
