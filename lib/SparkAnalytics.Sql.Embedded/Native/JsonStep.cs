using System.Text;

namespace SparkAnalytics.Sql.Embedded.Native;

/// <summary>One step of a <see cref="JsonPath"/>.</summary>
internal sealed record JsonStep(byte[]? Member, int Index)
{
    /// <summary>All elements.</summary>
    public static JsonStep Wildcard { get; } = new(null, -1);

    public bool IsWildcard => Member is null && Index < 0;

    public static JsonStep Name(string name) => new(Encoding.UTF8.GetBytes(name), -1);

    public static JsonStep At(int index) => new(null, index);
}
