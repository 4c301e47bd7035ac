namespace SparkAnalytics.Jobs.Output.Rows;

/// <summary>The forms that a result is printed in.</summary>
internal enum RowFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>RFC 4180 with a header line.</summary>
    Csv,

    /// <summary>An array of objects.</summary>
    Json,
}
