using System.Collections.Immutable;
using System.Text.Json;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Constraints.Conditions;

namespace SparkAnalytics.Sql.Embedded.Constraints;

/// <summary>The conditions that a table has for its rows (PROTOCOL.md, "CHECK Constraints" and "Column Invariants").</summary>
internal static class TableConstraints
{
    private const string Prefix = "delta.constraints.";

    /// <summary>All conditions: CHECK constraints by name, then invariants by column. Spark too checks invariants last; among CHECK constraints it keeps to no order.</summary>
    /// <param name="table">The table, for messages.</param>
    /// <param name="metadata">Its schema and properties.</param>
    /// <exception cref="UnsupportedTableFeatureException">A condition is not understood.</exception>
    public static ImmutableArray<TableConstraint> Of(string table, TableMetadata metadata) =>
    [
        .. metadata.Configuration.Where(property => property.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(property => property.Key, StringComparer.OrdinalIgnoreCase)
            .Select(property => Read(table, TableConstraint.CheckConstraints, property.Key[Prefix.Length..], property.Value)),
        .. Invariants(table, metadata.Schema.Fields, "", isInCollection: false),
    ];

    private static IEnumerable<TableConstraint> Invariants(string table, IEnumerable<DeltaField> fields, string parent, bool isInCollection)
    {
        foreach (var field in fields)
        {
            var path = parent + field.Name;
            if (field.Invariant is { } json)
            {
                yield return isInCollection
                    ? throw UnsupportedTableFeatureException.Rule(table, TableConstraint.Invariants, path, json, "fields inside of arrays and maps have none on Spark either")
                    : Read(table, TableConstraint.Invariants, path, TextOf(table, path, json));
            }

            foreach (var inner in Inside(table, field.Type, path, isInCollection))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<TableConstraint> Inside(string table, DeltaType type, string path, bool isInCollection) => type switch
    {
        DeltaStructType structure => Invariants(table, structure.Fields, path + ".", isInCollection),
        DeltaArrayType array => Inside(table, array.ElementType, path + ".element", isInCollection: true),
        DeltaMapType map => Inside(table, map.KeyType, path + ".key", isInCollection: true).Concat(Inside(table, map.ValueType, path + ".value", isInCollection: true)),
        _ => [],
    };

    /// <summary>The condition inside of <c>{"expression":{"expression":"x > 3"}}</c>.</summary>
    private static string TextOf(string table, string path, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("expression").GetProperty("expression").GetString() ?? throw new FormatException("the condition is null");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw TableConstraint.NotUnderstood(table, TableConstraint.Invariants, path, json, error);
        }
    }

    private static TableConstraint Read(string table, string feature, string name, string text)
    {
        try
        {
            return new TableConstraint(feature, name, text, ConditionParser.Parse(text));
        }
        catch (UnsupportedConditionException error)
        {
            throw TableConstraint.NotUnderstood(table, feature, name, text, error);
        }
    }
}
