using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SparkAnalytics.Delta;

/// <summary>What the log needs of the operating system and .NET does not offer: hard links and durable directory entries.</summary>
internal static partial class NativeFiles
{
    private const int ReadOnly = 0;
    private const int UnixFileExists = 17;
    private const int WindowsAlreadyExists = 183;

    /// <summary>Gives a file a second name. False when that name is taken.</summary>
    public static bool TryLink(string existing, string name)
    {
        var done = OperatingSystem.IsWindows() ? CreateHardLink(name, existing, 0) : Link(existing, name) == 0;
        if (done)
        {
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == (OperatingSystem.IsWindows() ? WindowsAlreadyExists : UnixFileExists)
            ? false
            : throw new IOException($"Cannot commit '{name}': {new Win32Exception(error).Message}. The directory must be on a file system with hard links.");
    }

    /// <summary>Writes a directory's entries to disk; Windows does this by itself.</summary>
    public static void SyncDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(directory, ReadOnly);
        if (descriptor < 0)
        {
            throw Failure(directory);
        }

        try
        {
            if (Sync(descriptor) != 0)
            {
                throw Failure(directory);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string directory) =>
        new($"Cannot write the directory '{directory}' to disk: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string name, string existing, nint securityAttributes);
}
