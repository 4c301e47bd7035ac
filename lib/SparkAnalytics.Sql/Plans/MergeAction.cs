namespace SparkAnalytics.Sql.Plans;

/// <summary>What a merge clause does.</summary>
public enum MergeAction
{
    /// <summary>Inserts a new row.</summary>
    Insert,

    /// <summary>Changes the target row.</summary>
    Update,

    /// <summary>Deletes the target row.</summary>
    Delete,
}
