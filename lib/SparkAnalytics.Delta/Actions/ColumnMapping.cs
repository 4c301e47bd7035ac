namespace SparkAnalytics.Delta;

/// <summary>How the columns of data files are found.</summary>
public enum ColumnMapping
{
    /// <summary>By the name that users see.</summary>
    None,

    /// <summary>By <see cref="DeltaField.MappedName"/>.</summary>
    Name,

    /// <summary>By the Parquet field id <see cref="DeltaField.MappedId"/>.</summary>
    Id,
}
