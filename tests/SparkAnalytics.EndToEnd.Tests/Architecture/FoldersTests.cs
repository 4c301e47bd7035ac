using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SparkAnalytics.EndToEnd.Tests.Architecture;

/// <summary>
/// Inside a project too, arrows point one way: folders beside one another form no cycle. A folder's types are found in its files, what they use in the compiled project.
/// Types that lie beside folders and not in one of them are the face of these; they hold the parts together, and neither what they use nor their use is an arrow.
/// </summary>
public sealed partial class FoldersTests
{
    /// <summary>What the build makes of the .proto files; it has no source file and uses nothing of ours.</summary>
    private const string GeneratedMessages = "SparkAnalytics.Sql.Connect.Protocol";

    public static TheoryData<string> Projects => [.. Folders("lib").Concat(Folders("jobs")).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfAProject_FormNoCycle(string project)
    {
        var (folderOf, mentions) = Read(project);
        var parents = folderOf.Values.SelectMany(Parents).Distinct();
        var knots = parents.SelectMany(parent => Knots(Arrows(parent, folderOf, mentions))).ToList();

        Assert.True(knots.Count == 0, $"{project}: {string.Join("; ", knots)}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfAProject_HoldAtMost25Files(string project)
    {
        var full = SourceFiles(Source(project)).GroupBy(file => Path.GetDirectoryName(file)!).Where(folder => folder.Key.Length > 0 && folder.Count() > 25).Select(folder => $"{folder.Key} ({folder.Count()})");

        Assert.Empty(full);
    }

    private static string Source(string project) => Folders("lib").Concat(Folders("jobs")).Single(folder => Path.GetFileName(folder) == project);

    private static IEnumerable<string> Folders(string part) =>
        Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, part)).Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any()).Order(StringComparer.Ordinal);

    /// <summary>One sentence for each arrow that is part of a cycle.</summary>
    private static IEnumerable<string> Knots(Dictionary<string, Dictionary<string, string>> arrows) =>
        from folder in arrows.Keys
        from used in arrows[folder]
        where Reaches(used.Key, folder, arrows)
        select $"{folder} uses {used.Key} ({used.Value})";

    private static bool Reaches(string from, string to, Dictionary<string, Dictionary<string, string>> arrows)
    {
        var (seen, open) = (new HashSet<string>(), new Stack<string>([from]));
        while (open.TryPop(out var folder))
        {
            if (folder == to)
            {
                return true;
            }

            if (seen.Add(folder) && arrows.TryGetValue(folder, out var next))
            {
                foreach (var used in next.Keys)
                {
                    open.Push(used);
                }
            }
        }

        return false;
    }

    /// <summary>The folder of each type of a project, empty for one beside the project file, and the types of the project that each type mentions.</summary>
    private static (Dictionary<string, string> FolderOf, Dictionary<string, HashSet<string>> Mentions) Read(string project)
    {
        var source = Source(project);
        var folderOf = new Dictionary<string, string>();
        foreach (var file in SourceFiles(source))
        {
            foreach (Match declaration in Declaration().Matches(File.ReadAllText(Path.Combine(source, file))))
            {
                folderOf[declaration.Groups["name"].Value] = Path.GetDirectoryName(file)!.Replace('\\', '/');
            }
        }

        var assembly = project == "SparkAnalytics.Jobs" ? "spark-analytics" : project;
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        var unknown = module.Types.Where(type => type.Namespace.StartsWith("SparkAnalytics", StringComparison.Ordinal) && type.Namespace != GeneratedMessages && !folderOf.ContainsKey(Outermost(type))).Select(type => type.FullName);
        Assert.Empty(unknown);

        var mentions = module.GetTypes().Where(type => folderOf.ContainsKey(Outermost(type))).GroupBy(Outermost)
            .ToDictionary(types => types.Key, types => types.SelectMany(Mentioned).Select(Outermost).Where(folderOf.ContainsKey).ToHashSet());
        return (folderOf, mentions);
    }

    /// <summary>Paths from the project's folder on.</summary>
    private static IEnumerable<string> SourceFiles(string source) => Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(source, file))
        .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));

    /// <summary>The folders above a folder, the project's own (empty) first.</summary>
    private static IEnumerable<string> Parents(string folder)
    {
        for (var end = folder.Length; end > 0;)
        {
            end = Math.Max(folder.LastIndexOf('/', end - 1), 0);
            yield return folder[..end];
        }
    }

    /// <summary>The folder directly under a parent that a folder lies in, or null where it does not lie under it.</summary>
    private static string? Under(string parent, string folder)
    {
        var start = parent.Length == 0 ? 0 : parent.Length + 1;
        var isUnder = folder.Length > start && (parent.Length == 0 || folder.StartsWith(parent + "/", StringComparison.Ordinal));
        return isUnder ? folder.IndexOf('/', start) is var end and > 0 ? folder[..end] : folder : null;
    }

    /// <summary>For each folder directly under a parent those beside it that it uses, each with one example.</summary>
    private static Dictionary<string, Dictionary<string, string>> Arrows(string parent, Dictionary<string, string> folderOf, Dictionary<string, HashSet<string>> mentions)
    {
        var arrows = new Dictionary<string, Dictionary<string, string>>();
        foreach (var (type, mentioned) in mentions.Where(type => Under(parent, folderOf[type.Key]) is not null))
        {
            var folder = Under(parent, folderOf[type])!;
            foreach (var used in mentioned.Where(used => Under(parent, folderOf[used]) is { } other && other != folder))
            {
                var known = arrows.TryGetValue(folder, out var found) ? found : arrows[folder] = [];
                known.TryAdd(Under(parent, folderOf[used])!, $"{type} → {used}");
            }
        }

        return arrows;
    }

    /// <summary>Declarations that are not nested: they begin a line.</summary>
    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|record struct|record|struct|enum|interface|delegate [^ (]+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    private static string Outermost(TypeReference type)
    {
        var outer = type.GetElementType();
        while (outer.DeclaringType is { } declaring)
        {
            outer = declaring;
        }

        return outer.Name.Split('`')[0];
    }

    private static IEnumerable<TypeReference> Mentioned(TypeDefinition type)
    {
        var direct = new List<TypeReference?> { type.BaseType };
        direct.AddRange(type.Interfaces.Select(found => found.InterfaceType));
        direct.AddRange(type.Fields.Select(field => field.FieldType));
        direct.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        foreach (var method in type.Methods)
        {
            direct.Add(method.ReturnType);
            direct.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (method.HasBody)
            {
                direct.AddRange(method.Body.Variables.Select(variable => variable.VariableType));
                direct.AddRange(method.Body.Instructions.SelectMany(Operands));
            }
        }

        return direct.OfType<TypeReference>().SelectMany(Parts).Where(part => part.Scope is not AssemblyNameReference);
    }

    private static IEnumerable<TypeReference?> Operands(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    /// <summary>A type, and those that it is made of.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        FunctionPointerType pointer => [.. Parts(pointer.ReturnType), .. pointer.Parameters.SelectMany(parameter => Parts(parameter.ParameterType))],
        TypeSpecification made => Parts(made.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
