using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Constraints;

/// <summary>A condition that must be true, neither false nor NULL, of every row that is written to a table.</summary>
/// <param name="Feature">Delta's name of what it is: <see cref="CheckConstraints"/> or <see cref="Invariants"/>.</param>
/// <param name="Name">The constraint's name, or the path of the field that has the invariant.</param>
/// <param name="Text">The condition in Spark SQL, as the table holds it.</param>
/// <param name="Condition">The condition, its names still open.</param>
internal sealed record TableConstraint(string Feature, string Name, string Text, Expression Condition)
{
    public const string CheckConstraints = "checkConstraints";

    public const string Invariants = "invariants";

    /// <summary>The condition over the table's columns.</summary>
    /// <param name="table">The table, for messages.</param>
    /// <param name="columns">Its columns.</param>
    /// <exception cref="UnsupportedTableFeatureException">A name is unknown, or a type does not fit.</exception>
    public Expression Bind(string table, IReadOnlyList<AttributeReference> columns)
    {
        try
        {
            return ConditionResolver.Resolve(Condition, columns, "The constraint");
        }
        catch (AnalysisException error)
        {
            throw NotUnderstood(table, Feature, Name, Text, error);
        }
    }

    /// <summary>The error for a constraint of which something is not known here.</summary>
    public static UnsupportedTableFeatureException NotUnderstood(string table, string feature, string name, string text, Exception error) =>
        UnsupportedTableFeatureException.Rule(table, feature, name, text, error.Message.TrimEnd('.'));
}
