using System.Reflection;

namespace SparkAnalytics.Sql.Behaviour;

/// <summary>The families of behaviour, their tests by name, and their classes in the test project of an engine.</summary>
internal static class Families
{
    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(EngineBehaviour).Assembly.GetTypes().Where(type => type.BaseType == typeof(EngineBehaviour)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static IReadOnlyDictionary<string, MethodInfo> Tests { get; } = All
        .SelectMany(family => family.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.IsDefined(typeof(FactAttribute)))
        .ToDictionary(method => TestName(method.DeclaringType!, method.Name));

    /// <summary>A test by its family and method, whatever the engine.</summary>
    public static string TestName(Type type, string method) => $"{(type.BaseType == typeof(EngineBehaviour) ? type : type.BaseType!).Name}.{method}";

    /// <summary>The class that runs a family in the test project of an engine, or null.</summary>
    public static Type? ClassOf(Type family, Assembly tests) => tests.GetTypes().SingleOrDefault(type => type.BaseType == family && type is { IsPublic: true, IsSealed: true });

    /// <summary>Whether a test passes, with each row of its inline data.</summary>
    public static bool Passes(string test, EngineFixture engine, Assembly tests)
    {
        var method = Tests[test];
        var rows = method.GetCustomAttributes<InlineDataAttribute>().Select(row => row.Data).ToList();
        return (method.GetParameters().Length == 0 ? [[]] : rows).All(row => Record.Exception(() => Run(method, row, engine, tests)) is null);
    }

    private static void Run(MethodInfo method, object?[] row, EngineFixture engine, Assembly tests)
    {
        using var family = (EngineBehaviour)Activator.CreateInstance(ClassOf(method.DeclaringType!, tests)!, engine)!;
        method.Invoke(family, row);
    }
}
