namespace SparkAnalytics.Delta;

/// <summary>Schema and properties of a table.</summary>
public sealed record TableMetadata : LogAction
{
    private readonly Lazy<DeltaSchema> schema;

    /// <summary>Makes the metadata of a new table, or a changed one by <c>with</c>.</summary>
    /// <param name="schema">The columns.</param>
    public TableMetadata(DeltaSchema schema)
        : this(schema.ToJson())
    {
    }

    internal TableMetadata(string schemaString)
    {
        SchemaString = schemaString;
        schema = new Lazy<DeltaSchema>(() => DeltaSchema.Parse(schemaString));
    }

    /// <summary>Identifies the table for as long as it lives.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString();

    /// <summary>A name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>A description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The schema as the log holds it.</summary>
    public string SchemaString { get; }

    /// <summary>False before the first rows where a writer, such as Databricks' declarative pipelines, makes the table before it knows the columns.</summary>
    internal bool HasSchema => SchemaString.Length > 0;

    /// <summary>The columns, partition columns included.</summary>
    /// <exception cref="FormatException">The log's schema cannot be read.</exception>
    public DeltaSchema Schema => schema.Value;

    /// <summary>The columns whose values stand in the log instead of the files.</summary>
    public IReadOnlyList<string> PartitionColumns { get; init; } = [];

    /// <summary>Properties of the table, such as <see cref="TableProperties.CheckpointInterval"/>.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();

    /// <summary>When the table was made, or null.</summary>
    public DateTimeOffset? CreatedTime { get; init; }

    /// <summary>How the columns of data files are found.</summary>
    public ColumnMapping ColumnMapping => Property("delta.columnMapping.mode")?.ToLowerInvariant() switch
    {
        "name" => ColumnMapping.Name,
        "id" => ColumnMapping.Id,
        _ => ColumnMapping.None,
    };

    /// <summary>
    /// The columns that statistics may be written for, from <see cref="TableProperties.DataSkippingColumns"/>; null where the table
    /// does not limit them.
    /// </summary>
    public IReadOnlyList<string>? StatisticsColumns => Property(TableProperties.DataSkippingColumns)?
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name of a column, or of a member, in data files, partition values and statistics.</summary>
    public string PhysicalName(DeltaField field) => ColumnMapping == ColumnMapping.None ? field.Name : field.MappedName ?? field.Name;

    /// <summary>A property's value, or null.</summary>
    public string? Property(string name) => Configuration.TryGetValue(name, out var value) ? value : null;
}
