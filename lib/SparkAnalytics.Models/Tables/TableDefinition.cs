namespace SparkAnalytics.Models.Tables;

/// <summary>
/// A table of the lakehouse, declared once, beside the code that makes its rows. Folders, descriptions, arguments of commands, checks and the order of files all come from here.
/// </summary>
public sealed record TableDefinition
{
    /// <summary>The table's name, which is also its folder in the lakehouse.</summary>
    public required string Name { get; init; }

    /// <summary>What one row is.</summary>
    public required string Grain { get; init; }

    /// <summary>What the table is for.</summary>
    public required string Meaning { get; init; }

    /// <summary>The columns that identify a row; never NULL together.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>What an increment computes anew of it.</summary>
    public required TableScope Scope { get; init; }

    /// <summary>The instant by whose bounds files are left out when rows are looked for; none where the table has no instant.</summary>
    public string? TimeColumn { get; init; }

    /// <summary>The columns in whose order the files are written; none where rows stay in the order of the input, which is rough date order.</summary>
    public IReadOnlyList<string> FileOrder { get; init; } = [];

    /// <summary>The revision of the rule that makes the rows: one more in each release in which the same events give other rows, so that lakehouses notice.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The columns in their order, each with what it holds.</summary>
    public required IReadOnlyList<ColumnDefinition> Columns { get; init; }

    /// <summary>Makes sure that rows have the declared columns, in their order, so that none is without a meaning.</summary>
    /// <param name="schema">The columns of the rows.</param>
    /// <exception cref="InvalidOperationException">They differ: the model and its declaration have to be brought together.</exception>
    public void Require(StructType schema)
    {
        var found = schema.Fields.Select(field => field.Name).ToList();
        var declared = Columns.Select(column => column.Name).ToList();
        if (!found.SequenceEqual(declared, StringComparer.Ordinal))
        {
            var undeclared = found.Except(declared).ToList();
            var missing = declared.Except(found).ToList();
            throw new InvalidOperationException((undeclared, missing) switch
            {
                ({ Count: > 0 }, _) => $"The rows of {Name} have columns without a meaning: {string.Join(", ", undeclared)}. Declare them in the model's Table.",
                (_, { Count: > 0 }) => $"The rows of {Name} lack declared columns: {string.Join(", ", missing)}.",
                _ => $"The rows of {Name} have their columns in another order than declared: {string.Join(", ", found)}.",
            });
        }
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it holds, in a sentence.</param>
public sealed record ColumnDefinition(string Name, string Meaning);

/// <summary>Which rows of a table an increment computes anew, by design of the specification's last section: full rebuild = any increments.</summary>
public enum TableScope
{
    /// <summary>The new events themselves; rows of earlier ones stay.</summary>
    Event,

    /// <summary>The users of the new events, each from the start of the session that its earliest new event touches.</summary>
    Session,

    /// <summary>The transaction ids of the new purchase events, over all their events.</summary>
    Order,

    /// <summary>The orders of both scopes above, under their old and their new users.</summary>
    Attribution,
}
