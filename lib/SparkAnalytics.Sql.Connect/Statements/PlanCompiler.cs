using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Lowering;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>From a plan to what is sent: rewrites, then the compilers.</summary>
internal sealed class PlanCompiler
{
    private readonly SparkConnection _connection;

    public PlanCompiler(SparkConnection connection)
    {
        _connection = connection;
        Cached = new CachedPlans(connection, plan => Compile(plan, (_, index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{index}")));
    }

    public CachedPlans Cached { get; }

    /// <summary>The plan's columns under their own names, which may come twice.</summary>
    public Proto.Relation Compile(Relation plan) => Compile(plan, (column, _) => column.Name);

    public Proto.Relation Compile(Relation plan, Func<AttributeReference, int, string> name)
    {
        var rewritten = JsonMemberMaps.Apply(InputFileNames.Apply(plan));
        return NewCompiler(rewritten).Columns(rewritten, name);
    }

    public RelationCompiler NewCompiler(params IEnumerable<Relation> plans) =>
        new(new UniqueNames(), new LeafCompiler(_connection, Cached, UsedColumns.Of(plans)));
}
