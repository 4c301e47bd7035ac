using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Embedded.TextTypes;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Execution;

/// <summary>Views for queries in DuckDB's dialect.</summary>
internal static class Views
{
    /// <summary>A view over files stays a view; one over the program's own rows keeps them in a table, as they may come only once.</summary>
    public static CommandResult Create(CreateViewCommand view, Statement statement)
    {
        view.Input.Output.ToList().ForEach(column => Collations.Check(column, "in a view for queries"));
        var select = statement.NewCompiler().Compile(view.Input);
        var name = SqlText.Name(view.Name);
        var columns = string.Join(", ", view.Input.Output.Select(column => SqlText.Name(column.Name)));
        var rows = $"SELECT * FROM (\n{select}\n) AS input({columns})";
        if (statement.Workspace.IsUsed || HoldsCache(view.Input))
        {
            var table = SqlText.EngineTable($"view_{Guid.NewGuid():N}");
            statement.Session.Execute($"CREATE TABLE {table} AS {rows}");
            rows = $"SELECT * FROM {table}";
        }

        statement.Session.Execute($"CREATE {(view.Replace ? "OR REPLACE " : string.Empty)}VIEW {name} AS {rows}");
        return CommandResult.None;
    }

    private static bool HoldsCache(Relation relation) => relation is Cached || relation.Inputs.Any(HoldsCache);
}
