using System.Collections.Concurrent;
using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>
/// What long patterns say of a text is asked once for each text that comes often: the first rows of a source are looked at, what stands in them more than once is judged in a small
/// relation, and a broadcast join gives the results to the rows. All other texts are judged where they stand, so the rows do not depend on what the look found.
/// </summary>
/// <param name="run">Runs a plan for its rows.</param>
internal sealed class KnownTexts(Func<Relation, IEnumerable<Row>> run)
{
    /// <summary>Shorter patterns cost less than a join.</summary>
    private const int LongPatterns = 500;

    private const int RowsToLookAt = 10_000;

    /// <summary>A text that takes more to make is not worth making twice.</summary>
    private const int MostParts = 30;

    /// <summary>What never fails and always says the same of a text: such may be asked of a text whose row a filter leaves out, and once for all rows.</summary>
    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal)
    {
        "first_match", "rlike", "regexp_extract", "regexp_replace", "when", "coalesce", "==", "!=", "not", "and", "or", "in", "isnull", "isnotnull",
        "trim", "ltrim", "rtrim", "translate", "lower", "upper", "concat", "contains", "startswith", "endswith",
    };

    private readonly ConcurrentDictionary<string, Lazy<ImmutableArray<string>>> _known = new(StringComparer.Ordinal);

    /// <summary>The plan with joins where they pay.</summary>
    public Relation Apply(Relation plan)
    {
        var inner = plan.MapInputs(Apply);
        if (plan is not Project { Input: var input })
        {
            return inner;
        }

        return ((Project)inner).Expressions.Where(expression => IsDear(expression.Value)).GroupBy(expression => Subject(expression.Value)!.Id)
            .Aggregate((Project)inner, (project, dear) => Source(input, Subject(dear.First().Value)!) is { } source && Known(source.Read, source.Text) is { IsEmpty: false } texts
                ? WithKnown(project, [.. dear], texts)
                : project);
    }

    private static bool IsDear(Expression expression) => PatternsOf(expression).Sum(pattern => pattern.Length) >= LongPatterns && Subject(expression) is not null;

    private static IEnumerable<string> PatternsOf(Expression expression) => expression.SelfAndBelow().OfType<FunctionCall>()
        .Where(call => call.Name is "first_match" or "rlike" or "regexp_extract" or "regexp_replace")
        .SelectMany(call => call.Arguments.Skip(1)).OfType<Literal>().Select(pattern => pattern.Value).OfType<string>();

    private static bool IsHarmless(Expression part) => part switch
    {
        FunctionCall call => s_harmless.Contains(call.Name) && call.Arguments.All(IsHarmless),
        Cast { Child: var child } => child is Literal { Value: null },
        _ => part is AttributeReference or Literal,
    };

    /// <summary>The one column that a harmless expression depends on, a text.</summary>
    private static AttributeReference? Subject(Expression expression) =>
        IsHarmless(expression) && expression.Columns().DistinctBy(column => column.Id).ToList() is [{ DataType: StringType } column] ? column : null;

    /// <summary>A text as an expression over the columns of the one source of files below; null where there are others in between.</summary>
    private static (Read Read, Expression Text)? Source(Relation input, Expression text)
    {
        if (text.SelfAndBelow().Count() > MostParts)
        {
            return null;
        }

        switch (input)
        {
            case Project project:
                var values = project.Expressions.GroupBy(expression => expression.Output.Id).ToDictionary(group => group.Key, group => group.First().Value);
                return Source(project.Input, Replace(text, values));
            case Filter or SubqueryAlias or Hint or Repartition:
                return Source(input.Inputs.Single(), text);
            case Read read when text.Columns().Any() && text.Columns().All(column => read.Columns.Any(own => own.Id == column.Id)):
                return (read, text);
            default:
                return null;
        }
    }

    private static Expression Replace(Expression expression, Dictionary<long, Expression> values) =>
        expression is AttributeReference column && values.TryGetValue(column.Id, out var value) ? value : expression.MapChildren(child => Replace(child, values));

    private static Project WithKnown(Project project, ImmutableArray<NamedExpression> dear, ImmutableArray<string> texts)
    {
        var subject = Subject(dear[0].Value)!;
        var known = AttributeReference.Create("known_text", new StringType());
        var results = dear.ToDictionary(expression => expression.Output.Id, expression => AttributeReference.Create("known_result", expression.Value.Type));
        var forKnown = new Dictionary<long, Expression> { [subject.Id] = known };
        var judged = new Project(
            new LocalRelation([known], texts.Select(text => new object?[] { text })),
            [new(known, known), .. dear.Select(expression => new NamedExpression(results[expression.Output.Id], Replace(expression.Value, forKnown)))]);
        var joined = new Join(
            new Project(project.Input, [.. KeptColumns.Of(project.Input)]),
            new Hint(judged, "broadcast", []),
            JoinKind.LeftOuter,
            new FunctionCall("==", [subject, known]) { ResultType = new BooleanType() });
        var isKnown = new FunctionCall("isnotnull", [known]) { ResultType = new BooleanType(), IsNullable = false };
        return new Project(joined, [.. project.Expressions.Select(Chosen)]);

        NamedExpression Chosen(NamedExpression expression) => results.TryGetValue(expression.Output.Id, out var result)
            ? expression with { Value = new FunctionCall("when", [isKnown, result, expression.Value]) { ResultType = expression.Value.Type } }
            : expression;
    }

    /// <summary>A look that is interrupted is made anew at the next question.</summary>
    private ImmutableArray<string> Known(Read read, Expression text) => _known.GetOrAdd(
        $"{read.FileName.Id} {string.Join(' ', text.SelfAndBelow().Select(Word))}",
        _ => new Lazy<ImmutableArray<string>>(() => Look(read, text), LazyThreadSafetyMode.PublicationOnly)).Value;

    private static object? Word(Expression part) => part switch
    {
        FunctionCall call => call.Name,
        AttributeReference column => column.Id,
        Literal literal => literal.Value,
        _ => part.GetType().Name,
    };

    /// <summary>A look that fails knows nothing; the plan itself then tells of the failure.</summary>
    private ImmutableArray<string> Look(Read read, Expression text)
    {
        try
        {
            var rows = run(new Limit(new Project(read, [new(AttributeReference.Create("text", new StringType()), text)]), RowsToLookAt));
            return [.. rows.Select(row => row.GetAs<string?>(0)).OfType<string>().CountBy(value => value, StringComparer.Ordinal).Where(counted => counted.Value > 1).Select(counted => counted.Key)];
        }
        catch (QueryExecutionException)
        {
            return [];
        }
    }
}
