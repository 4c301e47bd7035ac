using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Security.Cryptography;
using Google.Protobuf;
using SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>Local data that is too large for a plan, uploaded once for a session as <c>cache/&lt;sha-256&gt;</c>.</summary>
internal static class Artifacts
{
    private const int LargestInPlan = 1 << 20;
    private const int ChunkSize = 1 << 18;

    public static bool IsLarge(LocalRelation relation) => relation.Data.Length > LargestInPlan;

    /// <summary>The name that a plan refers to.</summary>
    public static string Keep(LocalRelation relation, SparkConnection connection)
    {
        var bytes = relation.ToByteArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var name = $"cache/{hash}";
        if (!IsThere(name, connection))
        {
            connection.Call((stub, options) =>
            {
                using var call = stub.AddArtifacts(options);
                foreach (var request in Requests(name, bytes, connection))
                {
                    call.RequestStream.WriteAsync(request).GetAwaiter().GetResult();
                }

                call.RequestStream.CompleteAsync().GetAwaiter().GetResult();
                return call.ResponseAsync.GetAwaiter().GetResult();
            });
        }

        return hash;
    }

    private static bool IsThere(string name, SparkConnection connection)
    {
        var request = new ArtifactStatusesRequest { SessionId = connection.SessionId, UserContext = connection.User, ClientType = connection.ClientType, Names = { name } };
        var answer = connection.Call((stub, options) => stub.ArtifactStatus(request, options));
        return answer.Statuses.TryGetValue(name, out var status) && status.Exists;
    }

    private static IEnumerable<AddArtifactsRequest> Requests(string name, byte[] bytes, SparkConnection connection)
    {
        var chunks = (bytes.Length + ChunkSize - 1) / ChunkSize;
        for (var index = 0; index < chunks; index++)
        {
            var part = bytes.AsSpan(index * ChunkSize, Math.Min(ChunkSize, bytes.Length - (index * ChunkSize)));
            var chunk = new AddArtifactsRequest.Types.ArtifactChunk { Data = ByteString.CopyFrom(part), Crc = Crc32.HashToUInt32(part) };
            var request = new AddArtifactsRequest { SessionId = connection.SessionId, UserContext = connection.User, ClientType = connection.ClientType };
            if (index == 0)
            {
                request.BeginChunk = new() { Name = name, TotalBytes = bytes.Length, NumChunks = chunks, InitialChunk = chunk };
            }
            else
            {
                request.Chunk = chunk;
            }

            yield return request;
        }
    }
}
