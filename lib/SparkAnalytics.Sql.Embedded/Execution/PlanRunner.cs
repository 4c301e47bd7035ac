using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Writing;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Execution;

/// <summary>Compiles plans and runs them.</summary>
internal sealed class PlanRunner(DuckDatabase database, EmbeddedEngineOptions options)
{
    private readonly DeltaTables _tables = new(options.FileStore, options.TimeProvider);
    private SourceCatalog? _sources;
    private readonly CachedRows _cached = new();

    public EmbeddedEngineOptions Options => options;

    public DeltaTables Tables => _tables;

    public SourceCatalog Sources => _sources ??= new SourceCatalog(_tables);

    public StructType Schema(Relation leaf)
    {
        using var scope = NewScope();
        return leaf switch
        {
            Read read => Sources.Find(read.Format).Schema(read, scope),
            SqlQuery query => SchemaText.Describe(scope.Session, query.Text),
            _ => leaf.Schema,
        };
    }

    public IEnumerable<Row> Rows(Relation plan)
    {
        using var scope = NewScope();
        var schema = plan.Schema;
        var compiler = NewCompiler(scope);
        var select = compiler.Compile(plan);
        var wire = schema.Fields.Select((field, index) => $"{RowReader.Wire($"c{index}", field.DataType)}");
        var columns = string.Join(", ", schema.Fields.Select((_, index) => $"c{index}"));
        var sql = schema.Fields.Count == 0 ? select : $"SELECT {string.Join(", ", wire)}\nFROM (\n{select}\n) AS result({columns})";
        var reader = new RowReader(schema);
        foreach (var row in scope.Session.Query(sql, reader.Read))
        {
            yield return row;
        }
    }

    public CommandResult Run(Command command)
    {
        using var scope = NewScope();
        return command switch
        {
            UncacheCommand uncache => _cached.Release(uncache.Key, scope),
            CreateViewCommand view => Views.Create(view, this, scope),
            _ => new CommandRunner(this, scope).Run(command),
        };
    }

    public string Explain(Relation plan)
    {
        using var scope = NewScope();
        return NewCompiler(scope, isExplain: true).Compile(plan);
    }

    public PlanCompiler NewCompiler(StatementScope scope, bool isExplain = false)
    {
        var names = new NameScope();
        var now = new Timestamp(options.TimeProvider.GetUtcNow().UtcDateTime);
        return new PlanCompiler(names, new ExpressionCompiler(names, now), new LeafCompiler(this, scope, _cached, isExplain), options.UseRewrites);
    }

    public StatementScope NewScope() => new(database.Open(), database.TempFolder);
}
