using System.Collections.Immutable;
using SparkAnalytics.Delta;

namespace SparkAnalytics.Sql.Embedded.Constraints;

/// <summary>How one value lies inside of another.</summary>
internal enum PathStepKind
{
    /// <summary>A column of the table or a member of a struct, by name.</summary>
    Member,

    /// <summary>Each element of an array.</summary>
    Element,

    /// <summary>Each key of a map.</summary>
    Key,

    /// <summary>Each value of a map.</summary>
    Value,
}

/// <summary>One step of a path into a row.</summary>
/// <param name="Kind">How the step goes.</param>
/// <param name="Name">The member's name; else <c>element</c>, <c>key</c> or <c>value</c>, as Delta writes paths.</param>
internal readonly record struct PathStep(PathStepKind Kind, string Name);

/// <summary>A value that must not be NULL.</summary>
/// <param name="Path">The steps that lead to it, a column first.</param>
/// <param name="Type">Its type.</param>
internal sealed record RequiredValue(ImmutableArray<PathStep> Path, DeltaType Type)
{
    /// <summary>The path as messages have it: <c>a.b</c>.</summary>
    public string Name => string.Join('.', Path.Select(step => step.Name));

    /// <summary>The required values of a table, by column, outer ones first.</summary>
    public static ImmutableArray<RequiredValue> Of(DeltaSchema schema) => [.. Members(schema.Fields, [])];

    private static IEnumerable<RequiredValue> Members(IEnumerable<DeltaField> fields, ImmutableArray<PathStep> parent) =>
        fields.SelectMany(field => At(parent.Add(new PathStep(PathStepKind.Member, field.Name)), field.Type, !field.Nullable));

    private static IEnumerable<RequiredValue> At(ImmutableArray<PathStep> path, DeltaType type, bool isRequired)
    {
        var inside = type switch
        {
            DeltaStructType structure => Members(structure.Fields, path),
            DeltaArrayType array => At(path.Add(new PathStep(PathStepKind.Element, "element")), array.ElementType, !array.ContainsNull),
            DeltaMapType map => [
                .. At(path.Add(new PathStep(PathStepKind.Key, "key")), map.KeyType, isRequired: false),
                .. At(path.Add(new PathStep(PathStepKind.Value, "value")), map.ValueType, !map.ValueContainsNull)],
            _ => [],
        };
        return isRequired ? inside.Prepend(new RequiredValue(path, type)) : inside;
    }
}
