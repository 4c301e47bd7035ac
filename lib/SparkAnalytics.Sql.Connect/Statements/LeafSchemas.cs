using SparkAnalytics.Sql.Connect.Sources;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>Leaves whose columns only the server knows.</summary>
internal static class LeafSchemas
{
    public static Proto.Relation Of(Relation leaf, SparkConnection connection) => leaf switch
    {
        Read read => FileReads.Source(read, connection),
        SqlQuery query => UserQuery.Of(query.Text),
        _ => throw new AnalysisException($"A {leaf.GetType().Name} has its columns already."),
    };
}
