using SparkAnalytics.Sql.Engines;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Connect.Tests.Support;

/// <summary>An engine that runs nothing and keeps the plan that it was given.</summary>
internal sealed class PlanRecorder : IEngine
{
    public Relation? Plan { get; private set; }

    public string Version => "none";

    public Types.StructType Schema(Relation leaf) => leaf.Schema;

    public IEnumerable<Row> Execute(Relation plan)
    {
        Plan = plan;
        return [];
    }

    public CommandResult Execute(Command command) => throw new NotSupportedException();

    public string Explain(Relation plan) => throw new NotSupportedException();

    public void Interrupt()
    {
    }

    public void Dispose()
    {
    }
}
