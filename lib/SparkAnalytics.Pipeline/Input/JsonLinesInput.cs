using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Extras;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>One JSON object a line; what is not text counts as it is written, without white space outside strings. One read for all files that call the raw columns the same.</summary>
internal sealed class JsonLinesInput(SparkSession spark, InputSettings settings, ColumnNames names)
{
    private const string MemberThatHoldsSomething = "\"[ \\t\\r\\n]*:[ \\t\\r\\n]*(?:\"[^\"]|[^\"n \\t\\r\\n])";

    private const string Unreadable = "_corrupt_record";

    private const string UnreadableMd5 = "_corrupt_record_md5";

    public IEnumerable<RawInput> Read(ImmutableArray<string> paths)
    {
        // Few lines have members that no other has, so that hardly any list is left to be taken apart.
        var lists = Texts(paths)
            .GroupBy(Col(RawEvents.SourceFile), Call_UDF("json_object_keys", When(IsJsonObject(Col("value")), Col("value"))).As("names"))
            .Agg(Count(Lit(1)).As("lines"))
            .Select(Col(RawEvents.SourceFile), Col("lines"), Explode(Col("names")).As("name"))
            .GroupBy(RawEvents.SourceFile, "name")
            .Agg(Sum("lines").As("lines"))
            .Collect()
            .ToLookup(row => FileName.Plain(row.GetAs<string>(0)), row => (Name: row.GetAs<string>(1), Lines: row.GetAs<long>(2)), StringComparer.Ordinal);
        foreach (var path in paths.Where(path => !lists[FileName.Plain(path)].Any(member => member.Lines > 1)))
        {
            RefuseArray(path);
        }

        var members = paths.Distinct().Select(path => (Path: path, Names: lists[FileName.Plain(path)].Select(member => member.Name).ToList()))
            .Where(file => file.Names.Count > 0)
            .ToDictionary(file => FileName.Plain(file.Path), file => Found(file.Path, file.Names), StringComparer.Ordinal);

        // Without a member there is nothing to read but lines to set aside.
        var none = names.Find([]);
        FoundColumns Of(string path) => members.GetValueOrDefault(FileName.Plain(path), none);
        return Groups(paths, Of).Select(group => ReadGroup([.. group], [.. group.Select(Of)]));
    }

    /// <summary>Files are read together unless they call a raw column by different names: a member that a file lacks is NULL in its lines, as is another spelling of its name.</summary>
    private static IEnumerable<List<string>> Groups(ImmutableArray<string> paths, Func<string, FoundColumns> found)
    {
        var groups = new List<(Dictionary<string, string> Names, List<string> Paths)>();
        foreach (var path in paths)
        {
            var own = found(path).Positions.ToDictionary(pair => pair.Key, pair => ColumnNames.Comparable(found(path).Columns[pair.Value[0]]));
            var (known, together) = groups.Find(group => own.All(pair => group.Names.GetValueOrDefault(pair.Key, pair.Value) == pair.Value));
            if (together is null)
            {
                groups.Add((own, [path]));
                continue;
            }

            together.Add(path);
            foreach (var (raw, name) in own)
            {
                known[raw] = name;
            }
        }

        return groups.Select(group => group.Paths);
    }

    private FoundColumns Found(string path, IEnumerable<string> members)
    {
        var found = names.Find([.. members.Order(StringComparer.Ordinal)]);
        names.RequireTimestamp(path, found);
        return found;
    }

    private DataFrame Lines(ImmutableArray<string> paths) => Texts(paths)
        .WithColumn("line", When(IsJsonObject(Col("value")), Col("value")))
        .Filter(Col("line").IsNotNull() | Col(Unreadable).IsNotNull() | !Col("value").RLike("^[ \\t\\r]*$"));

    private DataFrame Texts(ImmutableArray<string> paths) => spark.Read()
        .Option("columnNameOfCorruptRecord", Unreadable)
        .Option("columnNameOfCorruptRecordMd5", UnreadableMd5)
        .Option("maxLineSize", settings.MaxLineSize)
        .Text([.. paths])
        .Select(Col("value"), Col(Unreadable), Col(UnreadableMd5), InputFileName().As(RawEvents.SourceFile));

    private RawInput ReadGroup(ImmutableArray<string> paths, ImmutableArray<FoundColumns> files)
    {
        var found = names.Find([.. files.SelectMany(file => file.Columns).Distinct().Order(StringComparer.Ordinal)]);
        var columns = RawEvents.Columns.ToDictionary(raw => raw, raw => Members(raw, found));

        // A line that spells one name in two ways names a member twice.
        var isTwice = columns.Values.Where(spellings => spellings.Count > 1)
            .Select(spellings => spellings.Select(spelling => When(IsThere(spelling), 1).Otherwise(0)).Aggregate((left, right) => left + right) > 1)
            .Aggregate(Lit(false), (left, right) => left | right);
        var isEmpty = columns.Values.Where(spellings => spellings.Count > 0)
            .SelectMany(spellings => spellings.Select(spelling => !Coalesce(AsWritten(spelling) != "", Lit(false))))
            .Aggregate(Lit(true), (left, right) => left & right);
        var holdsOther = Col("line").RLike(MemberThatHoldsSomething);

        var lines = Lines(paths);
        if (!found.Unknown.IsEmpty || columns.Values.Any(spellings => spellings.Count > 1))
        {
            lines = lines.WithColumn("line", When(!(isTwice | (isEmpty & holdsOther)), Col("line")));
        }

        return new RawInput(
            lines.Select(
            [
                .. RawEvents.Columns.Select(raw => columns[raw].Select(AsWritten).DefaultIfEmpty(Lit(null).Cast("string")).Aggregate((left, right) => Coalesce(left, right)).As(raw)),
                When(Col("line").IsNull(), Coalesce(Col("value"), Col(Unreadable))).As(RawEvents.RawText),
                When(Col("line").IsNull(), Coalesce(Col(UnreadableMd5), Md5(Col("value")))).As(RawEvents.RawMd5),
                Col(RawEvents.SourceFile),
            ]),
            [.. files.Select(file => new FileColumns(1, file))]);
    }

    private static List<string> Members(string raw, FoundColumns found) => [.. found.Positions.GetValueOrDefault(raw, []).Select(position => found.Columns[position])];

    private static Column IsThere(string member) => Call_UDF("array_contains", Call_UDF("json_object_keys", Col("line")), Lit(member));

    private static Column AsWritten(string member) => JsonMember(Col("line"), member);

    /// <summary>A file that is one array has lines too, which would be set aside one by one. It begins with a bracket that some later line closes, and not more than one line is an object.</summary>
    private void RefuseArray(string path)
    {
        var first = spark.Read().Option("maxLineSize", settings.MaxLineSize).Text(path).Limit(100).Collect().Select(row => row.GetAs<string>(0).Trim()).FirstOrDefault(line => line.Length > 0);
        if (first is null || first[0] != '[')
        {
            return;
        }

        var closes = Col("value").RLike("\\][ \\t\\r]*$") & Call_UDF("json_array_length", Col("value")).IsNull();
        var counts = Lines([path]).Agg(
            Count(Lit(1)).As("lines"),
            Count(Col("line")).As("objects"),
            Count(When(closes, 1)).As("closing")).First();
        var isArray = counts.GetAs<long>("lines") == 1 ? first[^1] == ']' : counts.GetAs<long>("objects") <= 1 && counts.GetAs<long>("closing") > 0;
        if (isArray)
        {
            throw new PipelineException(ExitCode.BadInput, $"{FileName.Plain(path)} is one JSON array, not JSON lines. Write each of its objects on a line of its own, as jq -c '.[]' does.");
        }
    }
}
