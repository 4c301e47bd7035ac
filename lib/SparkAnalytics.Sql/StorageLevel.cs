using System.Globalization;

namespace SparkAnalytics.Sql;

/// <summary>
/// Where kept rows lie, as in Spark. The embedded engine keeps rows of a level without memory in a compressed file, and those of all others in a table that spills where memory is short.
/// </summary>
/// <param name="UseDisk">Whether they may lie on disk.</param>
/// <param name="UseMemory">Whether they may lie in memory.</param>
/// <param name="UseOffHeap">Whether that is memory outside the JVM's heap.</param>
/// <param name="Deserialized">Whether they lie in memory as objects.</param>
/// <param name="Replication">How many nodes hold each part.</param>
public sealed record StorageLevel(bool UseDisk, bool UseMemory, bool UseOffHeap, bool Deserialized, int Replication = 1)
{
    /// <summary>Not kept.</summary>
    public static StorageLevel NONE { get; } = new(false, false, false, false);

    /// <summary>On disk alone.</summary>
    public static StorageLevel DISK_ONLY { get; } = new(true, false, false, false);

    /// <summary>On the disks of two nodes.</summary>
    public static StorageLevel DISK_ONLY_2 { get; } = DISK_ONLY with { Replication = 2 };

    /// <summary>In memory; on Spark, what does not fit is computed again.</summary>
    public static StorageLevel MEMORY_ONLY { get; } = new(false, true, false, true);

    /// <summary>In the memory of two nodes.</summary>
    public static StorageLevel MEMORY_ONLY_2 { get; } = MEMORY_ONLY with { Replication = 2 };

    /// <summary>In memory, as bytes.</summary>
    public static StorageLevel MEMORY_ONLY_SER { get; } = MEMORY_ONLY with { Deserialized = false };

    /// <summary>In the memory of two nodes, as bytes.</summary>
    public static StorageLevel MEMORY_ONLY_SER_2 { get; } = MEMORY_ONLY_SER with { Replication = 2 };

    /// <summary>In memory, and what does not fit on disk.</summary>
    public static StorageLevel MEMORY_AND_DISK { get; } = MEMORY_ONLY with { UseDisk = true };

    /// <summary>On two nodes, in memory, and what does not fit on disk.</summary>
    public static StorageLevel MEMORY_AND_DISK_2 { get; } = MEMORY_AND_DISK with { Replication = 2 };

    /// <summary>In memory, as bytes, and what does not fit on disk.</summary>
    public static StorageLevel MEMORY_AND_DISK_SER { get; } = MEMORY_AND_DISK with { Deserialized = false };

    /// <summary>On two nodes, in memory, as bytes, and what does not fit on disk.</summary>
    public static StorageLevel MEMORY_AND_DISK_SER_2 { get; } = MEMORY_AND_DISK_SER with { Replication = 2 };

    /// <summary>In memory outside the heap, and what does not fit on disk.</summary>
    public static StorageLevel OFF_HEAP { get; } = new(true, true, true, false);

    /// <summary>The level in words, as Spark has them.</summary>
    /// <returns>For example <c>Disk Memory Deserialized 1x Replicated</c>.</returns>
    public string Description() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(UseDisk ? "Disk " : string.Empty)}{(!UseMemory ? string.Empty : UseOffHeap ? "Memory (off heap) " : "Memory ")}{(Deserialized ? "Deserialized " : string.Empty)}{Replication}x Replicated");

    /// <inheritdoc/>
    public override string ToString() => Description();
}
