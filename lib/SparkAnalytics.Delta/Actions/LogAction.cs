namespace SparkAnalytics.Delta;

/// <summary>One action of a commit.</summary>
public abstract record LogAction
{
    private protected LogAction()
    {
    }
}
