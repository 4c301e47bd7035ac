using System.Text;
using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>The files behind a reader's paths: files, folders and globs. Names that begin with <c>_</c> or <c>.</c> are none.</summary>
internal static class FileListing
{
    /// <summary>Absolute paths, in the order of the paths given and by name within each.</summary>
    /// <exception cref="QueryExecutionException">A path leads to nothing, or may not be read.</exception>
    public static IReadOnlyList<string> Files(Read read)
    {
        try
        {
            return [.. read.Paths.SelectMany(path => Expand(LocalPath(path), read.IsOn("recursiveFileLookup")))];
        }
        catch (UnauthorizedAccessException error)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"A path may not be read: {error.Message}", error);
        }
        catch (IOException error)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"A path cannot be followed: {error.Message}", error);
        }
    }

    /// <summary>A path or a <c>file:</c> URI as an absolute path.</summary>
    public static string LocalPath(string path)
    {
        const string Scheme = "file:";
        if (!path.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Path.GetFullPath(path);
        }

        // Hadoop writes one slash after the scheme, which .NET's Uri does not take for a file on every system.
        var rest = path[Scheme.Length..];
        return Path.GetFullPath(Uri.UnescapeDataString(rest.StartsWith("//", StringComparison.Ordinal) ? rest[2..] : rest));
    }

    private static IEnumerable<string> Expand(string path, bool isRecursive)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (Directory.Exists(path))
        {
            return FilesIn(path, isRecursive);
        }

        if (path.IndexOfAny(['*', '?', '[', '{']) < 0)
        {
            throw new QueryExecutionException(QueryErrorKind.NotFound, $"The path '{path}' does not exist.");
        }

        var found = Glob(path).SelectMany(match => File.Exists(match) ? [match] : FilesIn(match, isRecursive)).ToList();
        return found.Count > 0 ? found : throw new QueryExecutionException(QueryErrorKind.NotFound, $"No file matches '{path}'.");
    }

    private static IEnumerable<string> FilesIn(string folder, bool isRecursive)
    {
        RefuseLoop(folder);
        return Directory.EnumerateFiles(folder).Where(IsVisible).Order(StringComparer.Ordinal)
            .Concat(isRecursive ? Directory.EnumerateDirectories(folder).Where(IsVisible).Order(StringComparer.Ordinal).SelectMany(inner => FilesIn(inner, true)) : []);
    }

    private static void RefuseLoop(string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is null || Directory.ResolveLinkTarget(folder, returnFinalTarget: true) is not { } target)
        {
            return;
        }

        var (real, above) = (RealPath(target.FullName), RealPath(Path.GetDirectoryName(folder)!));
        if (above == real || above.StartsWith(real.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"The folder '{folder}' is a symbolic link to a folder that holds it, so its files would be read without end. Remove the link, or name the folders inside.");
        }
    }

    /// <summary>A folder's path with every link in it followed.</summary>
    private static string RealPath(string path)
    {
        var root = Path.GetPathRoot(path)!;
        return path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (above, name) =>
        {
            var folder = Path.Combine(above, name);
            return Directory.Exists(folder) && Directory.ResolveLinkTarget(folder, returnFinalTarget: true) is { } target ? RealPath(target.FullName) : folder;
        });
    }

    private static IEnumerable<string> Glob(string path)
    {
        var root = Path.GetPathRoot(path)!;
        IEnumerable<string> found = [root];
        foreach (var segment in path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            found = segment.IndexOfAny(['*', '?', '[', '{']) < 0
                ? found.Select(folder => Path.Combine(folder, segment)).Where(Path.Exists)
                : found.Where(Directory.Exists).SelectMany(folder => Matches(folder, segment));
        }

        return found;
    }

    private static IEnumerable<string> Matches(string folder, string pattern)
    {
        var expression = new Regex(Translate(pattern), RegexOptions.CultureInvariant);
        return Directory.EnumerateFileSystemEntries(folder)
            .Where(entry => IsVisible(entry) && expression.IsMatch(Path.GetFileName(entry)))
            .Order(StringComparer.Ordinal);
    }

    private static string Translate(string pattern)
    {
        var result = new StringBuilder("\\A");
        var isInClass = false;
        var depth = 0;
        foreach (var sign in pattern)
        {
            result.Append(sign switch
            {
                '*' when !isInClass => ".*",
                '?' when !isInClass => ".",
                '{' when !isInClass => "(?:",
                '}' when depth > 0 => ")",
                ',' when depth > 0 => "|",
                '[' or ']' or '-' or '^' when isInClass || sign == '[' => sign.ToString(),
                _ => Regex.Escape(sign.ToString()),
            });
            isInClass = sign switch { '[' => true, ']' => false, _ => isInClass };
            depth += sign switch { '{' => 1, '}' => -1, _ => 0 };
        }

        return result.Append("\\z").ToString();
    }

    private static bool IsVisible(string path) => Path.GetFileName(path) is not ['_' or '.', ..];
}
