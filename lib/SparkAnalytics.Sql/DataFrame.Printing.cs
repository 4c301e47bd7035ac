using SparkAnalytics.Sql.Printing;

namespace SparkAnalytics.Sql;

/// <content>What is printed, to <see cref="Console.Out"/>, in Spark's own layout.</content>
public sealed partial class DataFrame
{
    /// <summary>Prints the first rows as a table.</summary>
    /// <param name="numRows">How many.</param>
    /// <param name="truncate">The longest text of a cell; 0 cuts nothing and aligns left.</param>
    /// <param name="vertical">One line for each value.</param>
    public void Show(int numRows = 20, int truncate = 20, bool vertical = false)
    {
        var wanted = Math.Clamp(numRows, 0, int.MaxValue - 1);
        Console.Out.WriteLine(TableText.Of(Schema(), [.. Take(wanted + 1)], wanted, truncate, vertical));
    }

    /// <summary>Prints names and types of the columns as a tree.</summary>
    public void PrintSchema() => PrintSchema(int.MaxValue);

    /// <summary>Prints names and types of the columns as a tree.</summary>
    /// <param name="level">How deep.</param>
    public void PrintSchema(int level) => Console.Out.WriteLine(SchemaText.Of(Schema(), level <= 0 ? int.MaxValue : level));

    /// <summary>Prints the plan and what the engine makes of it.</summary>
    /// <param name="extended">Prints the plan too; false prints only what is sent.</param>
    public void Explain(bool extended = false)
    {
        if (extended)
        {
            Console.Out.WriteLine("== Plan ==");
            Console.Out.WriteLine(PlanText.Of(Plan));
        }

        Console.Out.WriteLine($"== Sent to {SparkSession.Engine.Version} ==");
        Console.Out.WriteLine(SparkSession.Engine.Explain(Plan));
    }

    /// <summary>Prints the plan and what the engine makes of it.</summary>
    /// <param name="mode">simple for what is sent only; extended, formatted, cost and codegen print the plan too.</param>
    /// <exception cref="AnalysisException">There is no such mode.</exception>
    public void Explain(string mode) => Explain(mode.ToLowerInvariant() switch
    {
        "simple" => false,
        "extended" or "formatted" or "cost" or "codegen" => true,
        _ => throw new AnalysisException($"There is no explain mode '{mode}'; there are: simple, extended, codegen, cost, formatted."),
    });
}
