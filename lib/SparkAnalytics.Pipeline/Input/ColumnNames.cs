using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Sql.Printing;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>Which columns of a file are the raw columns: names are compared trimmed and in ASCII lower case.</summary>
internal sealed class ColumnNames
{
    private const string Timestamp = "timestamp";

    private readonly ImmutableArray<(string Raw, ImmutableArray<string> Names)> _names;

    private readonly InputSettings _settings;

    /// <exception cref="PipelineException">A name stands for two raw columns.</exception>
    public ColumnNames(InputSettings settings)
    {
        _settings = settings;
        _names = [.. RawEvents.Columns.Select(raw => (raw, settings.Columns[raw].Select(Comparable).ToImmutableArray()))];
        var twice = _names.SelectMany(pair => pair.Names.Select(name => (pair.Raw, Name: name))).GroupBy(pair => pair.Name).FirstOrDefault(group => group.Count() > 1)?.ToList();
        if (twice is not null)
        {
            throw new PipelineException(ExitCode.BadUsage, $"The setting columns gives the name '{twice[0].Name}' to both {twice[0].Raw} and {twice[1].Raw}.");
        }
    }

    /// <summary>Trimmed and in ASCII lower case.</summary>
    public static string Comparable(string name) =>
        string.Concat(name.Trim(' ', '\t', '\n', '\v', '\f', '\r').Select(sign => char.IsAsciiLetterUpper(sign) ? char.ToLowerInvariant(sign) : sign));

    /// <summary>The columns that a file has: for each raw column the positions of the name that counts, of which there may be several spellings.</summary>
    /// <param name="columns">The file's columns in their order.</param>
    public FoundColumns Find(IReadOnlyList<string> columns)
    {
        var comparable = columns.Select(Comparable).ToList();
        var found = ImmutableDictionary.CreateBuilder<string, ImmutableArray<int>>(StringComparer.Ordinal);
        foreach (var (raw, names) in _names)
        {
            if (names.FirstOrDefault(comparable.Contains) is { } name)
            {
                found.Add(raw, [.. Enumerable.Range(0, comparable.Count).Where(position => comparable[position] == name)]);
            }
        }

        return new FoundColumns([.. columns], found.ToImmutable());
    }

    /// <summary>Fails where a file has no timestamp, as then it is no file of events.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="found">Its columns.</param>
    /// <exception cref="PipelineException">It has none.</exception>
    public void RequireTimestamp(string path, FoundColumns found)
    {
        if (found.Positions.ContainsKey(Timestamp))
        {
            return;
        }

        var comparable = found.Columns.Select(Comparable).ToHashSet(StringComparer.Ordinal);
        var hint = comparable.Contains("event_id") && comparable.Contains("event_ts")
            ? "It looks like a table that this program made (stg_events): name the raw events that it was made from."
            : $"A column of one of these names would do: {string.Join(", ", _settings.Columns[Timestamp])}; the setting columns.timestamp takes others.";
        throw new PipelineException(ExitCode.BadInput, $"{FileName.Plain(path)} has no timestamp column, so it is no file of events. It has: {Listed(found.Columns)}. {hint}");
    }

    private static string Listed(ImmutableArray<string> columns) =>
        string.Join(", ", columns.Take(20).Select(name => VisibleText.Of(name.Length > 60 ? name[..60] + "…" : name))) + (columns.Length > 20 ? FormattableString.Invariant($" and {columns.Length - 20} more") : string.Empty);
}

/// <summary>The columns of a file by what they are.</summary>
/// <param name="Columns">Their names, in order.</param>
/// <param name="Positions">For each raw column that the file has, where; more than one where its name comes in several spellings.</param>
internal sealed record FoundColumns(ImmutableArray<string> Columns, ImmutableDictionary<string, ImmutableArray<int>> Positions)
{
    /// <summary>The columns that no rule uses; one without a name goes by its position.</summary>
    public ImmutableArray<string> Unknown
    {
        get
        {
            var used = Positions.Values.SelectMany(positions => positions).ToHashSet();
            return [.. Columns.Index().Where(column => !used.Contains(column.Index)).Select(column => column.Item.Length > 0 ? column.Item : FormattableString.Invariant($"_c{column.Index}"))];
        }
    }

    /// <summary>The first of the raw columns that is there twice, with its spellings; null where none is.</summary>
    public (string Name, int Count)? Twice => RawEvents.Columns
        .Where(raw => Positions.TryGetValue(raw, out var positions) && positions.Length > 1)
        .Select(raw => ((string, int)?)(Columns[Positions[raw][0]], Positions[raw].Length))
        .FirstOrDefault();
}
