using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>Finds the rows that a plan starts from: files, tables, the program's own, and those kept by a cache.</summary>
internal sealed class LeafCompiler(Statement statement) : ILeafCompiler
{
    public string Compile(Relation leaf, NameScope names, IReadOnlyList<Expression> conditions) => leaf switch
    {
        Read read => statement.Sources.Find(read).Select(read, names, statement.Workspace, conditions),
        LocalRelation local => LocalRows.Select(local, names, statement.Workspace),
        Cached kept => statement.IsExplain ? statement.NewCompiler().Select(kept.Input) : statement.Cached.Select(kept, names, statement),
        SqlQuery query => $"SELECT *\nFROM (\n{UserQuery.Body(query.Text)}\n) AS query({string.Join(", ", query.Columns.Select(column => names[column]))})",
        TableHistory history => HistoryRows.Select(history, names, statement.Tables),
        TableDetail detail => DetailRow.Select(detail, names, statement.Tables),
        _ => throw new AnalysisException($"The embedded engine cannot run a {leaf.GetType().Name}."),
    };
}
