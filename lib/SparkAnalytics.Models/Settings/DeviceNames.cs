namespace SparkAnalytics.Models.Settings;

/// <summary>The values of device_type.</summary>
public static class DeviceNames
{
    /// <summary>Phones and tablets.</summary>
    public const string Mobile = "Mobile";

    /// <summary>Computers.</summary>
    public const string Desktop = "Desktop";

    /// <summary>No agent, bots, libraries, and everything that no rule knows.</summary>
    public const string Unknown = "Unknown";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Mobile, Desktop, Unknown];
}
