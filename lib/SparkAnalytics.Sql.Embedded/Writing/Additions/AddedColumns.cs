using System.Runtime.ExceptionServices;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Native.Places;
using SparkAnalytics.Sql.Embedded.Rewrites;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing.Additions;

/// <summary>
/// Writes the rows of a Delta table with columns added to each. The bytes of the columns that are there go from file to file as they are, and only the new columns are computed and
/// written; what depends on windows is known by the place of each row by then.
/// </summary>
internal sealed class AddedColumns(Statement statement, DataFiles files, TableMetadata metadata)
{
    private readonly List<PlacedValues> _values = [];

    /// <summary>Writes, where the rows are of that shape and the files such as this engine writes; null with nothing written else.</summary>
    public WrittenRows? Write(Relation rows)
    {
        if (WindowParts.Of(rows) is not { HasFilters: false } parts || AddedColumnsPlan.Of(rows, parts, metadata, statement) is not { } plan)
        {
            return null;
        }

        try
        {
            var placed = parts.HasWindows ? Place(parts) : [];
            var written = new WrittenFile[plan.Files.Count];
            Parallel.ForEach(
                plan.Files.Index(),
                new ParallelOptions { MaxDegreeOfParallelism = statement.Options.Threads ?? Environment.ProcessorCount },
                file => written[file.Index] = new AddedColumnsFile(statement.Beside(), files, plan, placed).Write(file.Item, file.Index));
            return new WrittenRows(written);
        }
        catch (AggregateException failure) when (failure.InnerExceptions is [var first, ..])
        {
            ExceptionDispatchInfo.Throw(first);
            throw;
        }
        finally
        {
            _values.ForEach(values => values.Dispose());
        }
    }

    /// <summary>Computes the windows and notes their values by place.</summary>
    private List<NamedExpression> Place(WindowParts parts)
    {
        var stores = parts.Narrow.ToDictionary(column => column, column => new PlacedValues(column.DataType is LongType));
        _values.AddRange(stores.Values);
        var rows = parts.NarrowRows(AttributeReference.Create(parts.Place.Name, parts.Place.DataType, false));
        var puts = parts.Narrow.Select((column, index) => $"sum(spark_put_placed({SqlText.Number(stores[column].Id)}, place, CAST(c{SqlText.Number(index)} AS BIGINT)))");
        var names = parts.Narrow.Select((_, index) => $"c{SqlText.Number(index)}").Prepend("place");
        statement.Session.Scalar($"SELECT {string.Join(", ", puts)}\nFROM (\n{statement.NewCompiler().Compile(rows)}\n) AS rows({string.Join(", ", names)})");
        return [.. parts.Narrow.Select(column => new NamedExpression(column, new Literal(stores[column].Id, new LongType())))];
    }
}
