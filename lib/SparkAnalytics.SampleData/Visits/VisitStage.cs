namespace SparkAnalytics.SampleData.Visits;

/// <summary>How far a visit went, which decides on the next one.</summary>
internal enum VisitStage
{
    /// <summary>A robot, or a visitor whose id is not kept.</summary>
    NeverAgain,
    Looked,
    FilledCart,
    Bought,
}
