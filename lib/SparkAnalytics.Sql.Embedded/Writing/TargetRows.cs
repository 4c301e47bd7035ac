using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>The target of a change of rows: its newest version, and its rows with the file and place of each.</summary>
internal sealed class TargetRows
{
    private readonly DeltaLog _log;
    private readonly Statement _statement;
    private readonly IReadOnlyList<Expression> _conditions;

    /// <param name="path">The table's folder.</param>
    /// <param name="target">The relation that reads it.</param>
    /// <param name="names">The statement's names.</param>
    /// <param name="conditions">What rows that change must meet.</param>
    /// <param name="statement">The statement.</param>
    public TargetRows(string path, Relation target, NameScope names, IReadOnlyList<Expression> conditions, Statement statement)
    {
        Names = names;
        _statement = statement;
        _conditions = conditions;
        Read = Leaf(target);
        _log = statement.Tables.Log(path);
        Snapshot = _log.Latest();
        Snapshot.RequireWritable(rowsAreChecked: true, removesRows: true);
    }

    public NameScope Names { get; }

    public Read Read { get; }

    public Snapshot Snapshot { get; }

    public DeltaLog Log => _log;

    /// <summary>The name of the column with the file of a row.</summary>
    public string File => Names[Read.FileName];

    /// <summary>The name of the column with the place of a row in its file.</summary>
    public string RowNumber => Names[HiddenColumns.RowNumber(Read)];

    /// <summary>A SELECT of the rows of those files that may hold rows to change.</summary>
    public string Candidates() => Select(DeltaPruning.Files(Snapshot.Files, Snapshot, Read, _conditions));

    /// <summary>A SELECT of all rows of some files.</summary>
    public string Select(IReadOnlyList<AddFile> files) => DeltaFiles.Select(Snapshot, _log, files, Read, Names, _statement.Workspace);

    /// <summary>The files that a query names in its first column.</summary>
    public IReadOnlyList<AddFile> FilesOf(string query)
    {
        var paths = _statement.Session.Query(query, reader => reader.GetString(0)).ToHashSet(StringComparer.Ordinal);
        return [.. Snapshot.Files.Where(file => paths.Contains(file.Path))];
    }

    private static Read Leaf(Relation target) => target switch
    {
        Read read => read,
        SubqueryAlias alias => Leaf(alias.Input),
        _ => throw new AnalysisException($"Only a Delta table itself can be changed, not a {target.GetType().Name} over it."),
    };
}
