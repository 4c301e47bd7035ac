using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Embedded.Writing;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Execution;

/// <summary>Compiles plans and runs them.</summary>
internal sealed class PlanRunner(EngineParts engine)
{
    public StructType Schema(Relation leaf)
    {
        using var statement = new Statement(engine);
        return Explained(statement, () => leaf switch
        {
            Read read => statement.Sources.Find(read).Schema(read, statement.Workspace),
            SqlQuery query => UserQuery.Describe(statement.Session, query.Text, engine.Options),
            _ => leaf.Schema,
        });
    }

    public IEnumerable<Row> Rows(Relation plan)
    {
        using var statement = new Statement(engine);
        var schema = plan.Schema;
        var select = Explained(statement, () => statement.NewCompiler().Compile(plan));
        var wire = schema.Fields.Select((field, index) => $"{RowReader.Wire($"c{index}", field.DataType)}");
        var columns = string.Join(", ", schema.Fields.Select((_, index) => $"c{index}"));
        var sql = schema.Fields.Count == 0 ? select : $"SELECT {string.Join(", ", wire)}\nFROM (\n{select}\n) AS result({columns})";
        var reader = new RowReader(schema);
        using var rows = statement.Session.Query(sql, reader.Read).GetEnumerator();
        while (Explained(statement, rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    public CommandResult Run(Command command)
    {
        if (command is CacheCommand cache)
        {
            engine.Cached.Announce(cache.Rows);
            return CommandResult.None;
        }

        using var statement = new Statement(engine);
        return Explained(statement, () => command switch
        {
            UncacheCommand uncache => statement.Cached.Release(uncache.Key, statement),
            CreateViewCommand view => Views.Create(view, statement),
            _ => new CommandRunner(statement).Run(command),
        });
    }

    public string Explain(Relation plan)
    {
        using var statement = new Statement(engine, isExplain: true);
        return SqlLayout.Indented(statement.NewCompiler().Compile(plan));
    }

    /// <summary>Names the damaged file where one is behind a failure.</summary>
    private T Explained<T>(Statement statement, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (QueryExecutionException failure)
        {
            var error = DamagedFiles.Explain(failure, statement.Workspace, engine.Options);
            if (ReferenceEquals(error, failure))
            {
                throw;
            }

            throw error;
        }
    }
}
