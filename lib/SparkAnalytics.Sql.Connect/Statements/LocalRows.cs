using Google.Protobuf;
using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Rows;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>The program's own rows: a few travel within the plan, many as an artifact that the server keeps for the session.</summary>
internal static class LocalRows
{
    public static Proto.Relation Of(LocalRelation relation, UniqueNames names, SparkConnection connection)
    {
        var columns = relation.Columns.Select(column => names[column]).ToList();
        var rows = relation.Rows.ToList();
        if (columns.Count == 0)
        {
            return RelationCompiler.Select(new Proto.Relation { Range = new() { Start = 0, End = rows.Count, Step = 1 } });
        }

        var local = new Proto.LocalRelation
        {
            Data = ByteString.CopyFrom(LocalData.Stream(relation.Columns, columns, rows)),
            Schema = LocalData.Schema(relation.Columns, columns),
        };
        return Artifacts.IsLarge(local) ? new() { CachedLocalRelation = new() { Hash = Artifacts.Keep(local, connection) } } : new() { LocalRelation = local };
    }
}
