using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Sources;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>Leaves of a plan: local rows, files, queries, what Delta tells of a table, and what was cached.</summary>
/// <param name="connection">The session.</param>
/// <param name="cached">What the session keeps.</param>
/// <param name="used">The ids of all columns that the plan uses.</param>
internal sealed class LeafCompiler(SparkConnection connection, CachedPlans cached, IReadOnlySet<long> used) : ILeafCompiler
{
    public Proto.Relation Compile(Relation leaf, UniqueNames names) => leaf switch
    {
        LocalRelation local => LocalRows.Of(local, names, connection),
        Read read => FileReads.Of(read, names, used.Contains(read.FileName.Id), connection),
        SqlQuery query => Renamed(UserQuery.Of(query.Text), query.Output, names),
        TableHistory history => TableRows.Of(history, names, connection),
        TableDetail detail => TableRows.Of(detail, names, connection),
        Cached kept => Renamed(cached.Relation(kept), kept.Output, names),
        _ => throw new AnalysisException($"The engine Spark cannot compile a {leaf.GetType().Name}."),
    };

    /// <summary>Columns by position under the unique names; a relation may have the same name twice.</summary>
    public static Proto.Relation Renamed(Proto.Relation relation, IReadOnlyList<AttributeReference> columns, UniqueNames names)
    {
        var renamed = new Proto.ToDF { Input = relation };
        renamed.ColumnNames.AddRange(columns.Select(column => names[column]));
        return new() { ToDf = renamed };
    }
}
