using SparkAnalytics.Sql.Connect.Rows;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>Rows of a result as they come from the server.</summary>
internal static class ResultRows
{
    public static IEnumerable<Row> Of(Proto.Relation relation, StructType schema, SparkConnection connection)
    {
        using var operation = connection.Start(new Proto.Plan { Root = relation });
        var batches = new ArrowBatches(schema);
        while (operation.Next() is { } response)
        {
            foreach (var row in response.ArrowBatch is { } batch ? batches.Rows(batch) : [])
            {
                yield return row;
            }
        }
    }
}
