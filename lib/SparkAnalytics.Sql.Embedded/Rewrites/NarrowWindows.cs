using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>
/// Window functions over wide files: what depends on windows is computed from the columns it needs, with the place of each row, and joined back to the other columns,
/// which are streamed from the files. So no wide row is ever sorted or held. Filters on windows (<c>row_number() = 1</c>) become part of the join.
/// </summary>
internal static class NarrowWindows
{
    private const int FewestWideColumns = 3;

    /// <summary>Rewrites a plan that is projections and filters over one Parquet or Delta source, with windows in them; any other stays.</summary>
    public static Relation Apply(Relation relation)
    {
        if (WindowParts.Of(relation) is not { HasWindows: true, Wide.Count: >= FewestWideColumns } parts)
        {
            return relation;
        }

        var place = AttributeReference.Create(parts.Place.Name, parts.Place.DataType, false);
        var condition = new FunctionCall("==", [parts.Place, place]) { ResultType = new BooleanType() };
        return parts.Finish(new Join(parts.WideRows(), parts.NarrowRows(place), JoinKind.Inner, condition));
    }
}
