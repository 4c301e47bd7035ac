using System.Text;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Delta;

/// <summary>Paths in the log are URIs, relative to the table or absolute; in the store they are plain.</summary>
internal static partial class LogPath
{
    // Illegal in a URI, or with a meaning of their own there. Control and space characters are escaped too, as Java's URIs want it;
    // everything else, other alphabets included, stays as it is.
    private const string Escaped = " \"#%:<>?[\\]^`{|}";

    public static bool HasScheme(string path) => Scheme().IsMatch(path);

    /// <summary>The plain path of what an action names.</summary>
    public static string Decode(string root, string path)
    {
        if (HasScheme(path))
        {
            return FromUri(path);
        }

        var plain = Uri.UnescapeDataString(path);
        return plain.StartsWith('/') ? plain : Join(root, plain);
    }

    /// <summary>What an action says for a plain path: relative where it lies in the table.</summary>
    public static string Encode(string root, string path)
    {
        var prefix = root == "/" ? root : root + "/";
        if (path.StartsWith(prefix, StringComparison.Ordinal))
        {
            return Escape(path[prefix.Length..]);
        }

        return HasScheme(path) ? path : "file://" + (path.StartsWith('/') ? string.Empty : "/") + Escape(path);
    }

    /// <summary>The plain path of a file: URI in any of its three spellings; other URIs stay as they are.</summary>
    public static string FromUri(string uri)
    {
        if (!uri.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return uri;
        }

        var path = Uri.UnescapeDataString(uri["file:".Length..]);
        path = path.StartsWith("//", StringComparison.Ordinal) ? path[path.IndexOf('/', 2)..] : path;
        return WindowsDrive().IsMatch(path) ? path[1..] : path;
    }

    public static string Join(string directory, string name) => directory.EndsWith('/') ? directory + name : directory + "/" + name;

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string DirectoryOf(string path) => path[..path.LastIndexOf('/')];

    /// <summary>A hidden name that no reader takes for a part of the table.</summary>
    public static string TemporaryBeside(string path) => Join(DirectoryOf(path), $".{Guid.NewGuid():N}.tmp");

    [GeneratedRegex(@"^\.[0-9a-f]{32}\.tmp$")]
    public static partial Regex Temporary();

    private static string Escape(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var character in path)
        {
            _ = char.IsControl(character) || char.IsSeparator(character) || Escaped.Contains(character, StringComparison.Ordinal)
                ? text.Append(Uri.EscapeDataString(character.ToString()))
                : text.Append(character);
        }

        return text.ToString();
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]+:")]
    private static partial Regex Scheme();

    [GeneratedRegex("^/[A-Za-z]:(/|$)")]
    private static partial Regex WindowsDrive();
}
