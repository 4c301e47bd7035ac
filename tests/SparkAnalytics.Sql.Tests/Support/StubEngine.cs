using SparkAnalytics.Sql.Engines;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests.Support;

/// <summary>An engine that keeps what it is given and answers with rows and schemas set beforehand.</summary>
public sealed class StubEngine : IEngine
{
    public string Version => "Stub 1.0";

    public List<Relation> Executed { get; } = [];

    public List<Command> Commands { get; } = [];

    public Func<Relation, StructType> SchemaOf { get; set; } = _ => new StructType([]);

    public Func<Relation, IEnumerable<object?[]>> RowsOf { get; set; } = plan => plan is Limit { Input: LocalRelation local } limit
        ? local.Rows.Take(limit.Count).Select(row => row.ToArray())
        : [];

    public bool IsDisposed { get; private set; }

    public StructType Schema(Relation leaf) => SchemaOf(leaf);

    public IEnumerable<Row> Execute(Relation plan)
    {
        Executed.Add(plan);
        return RowsOf(plan).Select(values => new Row(values, plan.Schema));
    }

    public CommandResult Execute(Command command)
    {
        Commands.Add(command);
        return CommandResult.None;
    }

    public string Explain(Relation plan) => "SELECT 1";

    public void Interrupt()
    {
    }

    public void Dispose() => IsDisposed = true;
}
