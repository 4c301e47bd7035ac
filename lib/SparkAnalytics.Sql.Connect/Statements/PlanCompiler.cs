using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Rewrites;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>From a plan to what is sent: rewrites, then the compilers.</summary>
internal sealed class PlanCompiler
{
    private readonly SparkConnection _connection;
    private readonly RewritePipeline _rewrites;

    public PlanCompiler(SparkConnection connection)
    {
        _connection = connection;
        _rewrites = new RewritePipeline(Execute);
        Cached = new CachedPlans(connection, plan => Compile(plan, (_, index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{index}")));
    }

    public CachedPlans Cached { get; }

    /// <summary>The plan's columns under their own names, which may come twice.</summary>
    public Proto.Relation Compile(Relation plan) => Compile(plan, (column, _) => column.Name);

    public Proto.Relation Compile(Relation plan, Func<AttributeReference, int, string> name)
    {
        var rewritten = Rewritten(plan);
        return NewCompiler(rewritten).Columns(rewritten, name);
    }

    public Relation Rewritten(Relation plan) => _rewrites.Apply(plan);

    /// <summary>Compiles a plan and runs it for its rows.</summary>
    public IEnumerable<Row> Execute(Relation plan) => ResultRows.Of(Compile(plan), plan.Schema, _connection);

    public RelationCompiler NewCompiler(params IEnumerable<Relation> plans) =>
        new(new UniqueNames(), new LeafCompiler(_connection, Cached, UsedColumns.Of(plans)));
}
