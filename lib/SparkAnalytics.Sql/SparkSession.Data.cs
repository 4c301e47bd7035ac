using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <content>Rows from the program.</content>
public sealed partial class SparkSession
{
    /// <summary>Rows handed in.</summary>
    /// <param name="data">The rows; read once for each run of the plan.</param>
    /// <param name="schema">Their columns.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<GenericRow> data, StructType schema) => Local(data.Select(row => (IReadOnlyList<object?>)row.Values), schema);

    /// <summary>Rows handed in as lists of values, streamed. Not in Microsoft.Spark.</summary>
    /// <param name="data">The rows, values in the schema's order; read once for each run of the plan.</param>
    /// <param name="schema">Their columns.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<IReadOnlyList<object?>> data, StructType schema) => Local(data, schema);

    /// <summary>One column <c>_1</c> of whole numbers.</summary>
    /// <param name="data">The values.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<int> data) => One(data, new IntegerType(), false);

    /// <summary>One column <c>_1</c> of whole numbers or NULL.</summary>
    /// <param name="data">The values.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<int?> data) => One(data, new IntegerType(), true);

    /// <summary>One column <c>_1</c> of text.</summary>
    /// <param name="data">The values.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<string> data) => One(data, new StringType(), true);

    /// <summary>One column <c>_1</c> of numbers.</summary>
    /// <param name="data">The values.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<double> data) => One(data, new DoubleType(), false);

    /// <summary>One column <c>_1</c> of numbers or NULL.</summary>
    /// <param name="data">The values.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<double?> data) => One(data, new DoubleType(), true);

    /// <summary>One column <c>_1</c> of booleans.</summary>
    /// <param name="data">The values.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<bool> data) => One(data, new BooleanType(), false);

    /// <summary>One column <c>_1</c> of booleans or NULL.</summary>
    /// <param name="data">The values.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<bool?> data) => One(data, new BooleanType(), true);

    /// <summary>One column <c>_1</c> of dates.</summary>
    /// <param name="data">The values.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<Date> data) => One(data, new DateType(), true);

    /// <summary>One column <c>_1</c> of instants.</summary>
    /// <param name="data">The values.</param>
    /// <returns>The rows.</returns>
    public DataFrame CreateDataFrame(IEnumerable<Timestamp> data) => One(data, new TimestampType(), true);

    /// <summary>Whole numbers from 0 in a column <c>id</c>.</summary>
    /// <param name="end">The end, not included.</param>
    /// <returns>The rows.</returns>
    public DataFrame Range(long end) => Range(0, end);

    /// <summary>Whole numbers in a column <c>id</c>.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">The end, not included.</param>
    /// <returns>The rows.</returns>
    public DataFrame Range(long start, long end) => Range(start, end, 1);

    /// <summary>Whole numbers in a column <c>id</c>.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">The end, not included.</param>
    /// <param name="step">The step, not 0.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">The step is 0.</exception>
    public DataFrame Range(long start, long end, long step) => step != 0
        ? new DataFrame(this, new Plans.Range(start, end, step, AttributeReference.Create("id", new LongType(), false)))
        : throw new AnalysisException("Range wants a step other than 0.");

    /// <summary>Whole numbers in a column <c>id</c>, in so many partitions.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">The end, not included.</param>
    /// <param name="step">The step, not 0.</param>
    /// <param name="numPartitions">How many partitions.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">The step is 0.</exception>
    public DataFrame Range(long start, long end, long step, int numPartitions) => Range(start, end, step).Repartition(numPartitions);

    private DataFrame Local(IEnumerable<IReadOnlyList<object?>> rows, StructType schema) => new(this, new LocalRelation(Attributes(schema), rows));

    private DataFrame One<T>(IEnumerable<T> data, DataType type, bool nullable) =>
        Local(data.Select(value => (IReadOnlyList<object?>)[value]), new StructType([new StructField("_1", type, nullable)]));
}
