using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Execution;

/// <summary>Finds the rows that a plan starts from: files, tables, the program's own, and those kept by a cache.</summary>
internal sealed class LeafCompiler(PlanRunner runner, StatementScope scope, CachedRows cached, bool isExplain) : ILeafCompiler
{
    public string Compile(Relation leaf, NameScope names, IReadOnlyList<Expression> conditions) => leaf switch
    {
        Read read => runner.Sources.Find(read.Format).Select(read, names, scope, conditions),
        LocalRelation local => LocalRows.Select(local, names, scope),
        Cached kept => isExplain ? runner.NewCompiler(scope, isExplain: true).Select(kept.Input, []) : cached.Select(kept, names, runner, scope),
        SqlQuery query => $"SELECT *\nFROM (\n{query.Text.Trim().TrimEnd(';')}\n) AS query({string.Join(", ", query.Columns.Select(column => names[column]))})",
        TableHistory history => HistoryRows.Select(history, names, runner),
        _ => throw new AnalysisException($"The embedded engine cannot run a {leaf.GetType().Name}."),
    };
}
