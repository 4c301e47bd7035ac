namespace SparkAnalytics.Delta;

/// <summary>The type of a column, an element or a member.</summary>
public abstract record DeltaType
{
    private protected DeltaType()
    {
    }
}
