using Google.Protobuf;
using SparkAnalytics.Sql.Connect.Protocol;
using SparkAnalytics.Sql.Connect.Rows;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Tests.Wire;

/// <summary>Responses of an operation that gives the numbers from 0 on, some in each batch, with all that may come in between.</summary>
internal static class ScriptedResult
{
    public static List<ExecutePlanResponse> Numbers(int batches, int rowsInBatch) =>
    [
        new() { Schema = WireTypes.Of(new StructType([new StructField("id", new LongType(), false)])) },
        Progress(1, 4),
        .. Enumerable.Range(0, batches).SelectMany(batch => new[] { Batch(Data(batch, rowsInBatch), rowsInBatch), Progress(2, 4) }),
        new() { Metrics = new() },
        new() { ResultComplete = new() },
    ];

    /// <summary>One batch cut into pieces.</summary>
    public static List<ExecutePlanResponse> Chunked(int rows, int chunks)
    {
        var data = Data(0, rows);
        var size = (data.Length + chunks - 1) / chunks;
        return
        [
            .. Enumerable.Range(0, chunks).Select(chunk =>
            {
                var response = Batch(data[(chunk * size)..Math.Min(data.Length, (chunk + 1) * size)], rows);
                response.ArrowBatch.ChunkIndex = chunk;
                response.ArrowBatch.NumChunksInBatch = chunks;
                return response;
            }),
            new() { ResultComplete = new() },
        ];
    }

    private static ExecutePlanResponse Batch(byte[] data, int rows) => new() { ArrowBatch = new() { Data = ByteString.CopyFrom(data), RowCount = rows } };

    private static byte[] Data(int batch, int rows) => LocalData.Stream(
        [AttributeReference.Create("id", new LongType(), false)],
        ["id"],
        [.. Enumerable.Range(batch * rows, rows).Select(id => (IReadOnlyList<object?>)[(long)id])]);

    private static ExecutePlanResponse Progress(long done, long tasks) => new()
    {
        ExecutionProgress = new() { Stages = { new ExecutePlanResponse.Types.ExecutionProgress.Types.StageInfo { NumTasks = tasks, NumCompletedTasks = done, InputBytesRead = 10 } } },
    };
}
