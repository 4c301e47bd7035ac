using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Execution;

/// <summary>Views for queries in DuckDB's dialect.</summary>
internal static class Views
{
    /// <summary>A view over files stays a view; one over the program's own rows keeps them in a table, as they may come only once.</summary>
    public static CommandResult Create(CreateViewCommand view, PlanRunner runner, StatementScope scope)
    {
        var kind = NeedsRows(view.Input) ? "TABLE" : "VIEW";
        var name = SqlText.Name(view.Name);
        if (view.Replace)
        {
            scope.Session.Execute($"DROP VIEW IF EXISTS {name}");
        }

        var columns = view.Input.Output.Select(column => SqlText.Name(column.Name));
        var select = runner.NewCompiler(scope).Compile(view.Input);
        var kept = kind == "VIEW" ? name : SqlText.EngineTable($"view_{Guid.NewGuid():N}");
        scope.Session.Execute($"CREATE {kind} {kept} AS SELECT * FROM (\n{select}\n) AS input({string.Join(", ", columns)})");
        if (kind == "TABLE")
        {
            scope.Session.Execute($"CREATE VIEW {name} AS SELECT * FROM {kept}");
        }

        return CommandResult.None;
    }

    private static bool NeedsRows(Relation relation) =>
        relation is LocalRelation or Cached or Read { Format: not "parquet" } || relation.Inputs.Any(NeedsRows);
}
