using Apache.Arrow;
using Apache.Arrow.Ipc;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Rows;

/// <summary>Arrow batches of a result as rows; each batch is a whole Arrow stream, or one cut into chunks.</summary>
internal sealed class ArrowBatches(StructType schema)
{
    private readonly List<ReadOnlyMemory<byte>> _chunks = [];

    public IEnumerable<Row> Rows(Proto.ExecutePlanResponse.Types.ArrowBatch batch)
    {
        if (batch.NumChunksInBatch > 1)
        {
            if (batch.ChunkIndex != _chunks.Count)
            {
                throw new QueryExecutionException(QueryErrorKind.Internal, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The server sent chunk {batch.ChunkIndex} of a batch where chunk {_chunks.Count} follows."));
            }

            _chunks.Add(batch.Data.Memory);
            if (_chunks.Count < batch.NumChunksInBatch)
            {
                return [];
            }

            var joined = Joined();
            _chunks.Clear();
            return Read(joined);
        }

        return Read(batch.Data.Memory);
    }

    private byte[] Joined()
    {
        var whole = new byte[_chunks.Sum(chunk => chunk.Length)];
        var position = 0;
        foreach (var chunk in _chunks)
        {
            chunk.CopyTo(whole.AsMemory(position));
            position += chunk.Length;
        }

        return whole;
    }

    private IEnumerable<Row> Read(ReadOnlyMemory<byte> data)
    {
        using var reader = new ArrowStreamReader(data);
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            using (batch)
            {
                var columns = schema.Fields.Select((field, index) => ArrowValues.Getter(batch.Column(index), field.DataType)).ToArray();
                for (var row = 0; row < batch.Length; row++)
                {
                    yield return new Row([.. columns.Select(column => column(row))], schema);
                }
            }
        }
    }
}
