namespace SparkAnalytics.SampleData;

/// <summary>A choice among values, each as likely as its share of all weights.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] _values;
    private readonly int[] _upTo;

    public Weighted(IEnumerable<(int Weight, T Value)> choices)
    {
        var listed = choices.Where(choice => choice.Weight > 0).ToArray();
        _values = [.. listed.Select(choice => choice.Value)];
        _upTo = new int[listed.Length];
        var total = 0;
        for (var i = 0; i < listed.Length; i++)
        {
            total += listed[i].Weight;
            _upTo[i] = total;
        }
    }

    public T Pick(SampleRandom random)
    {
        var roll = random.Below(_upTo[^1]);
        var index = Array.BinarySearch(_upTo, roll);
        return _values[index < 0 ? ~index : index + 1];
    }
}
