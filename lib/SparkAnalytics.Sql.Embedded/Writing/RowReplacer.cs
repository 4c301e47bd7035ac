using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Embedded.Constraints;
using SparkAnalytics.Sql.Embedded.Constraints.Conditions;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>An overwrite with <c>replaceWhere</c>: the rows that meet the condition go, the new rows, all of which must meet it, come, in one version.</summary>
/// <param name="statement">The statement.</param>
/// <param name="text">The condition in Spark's SQL.</param>
internal sealed class RowReplacer(Statement statement, string text)
{
    /// <param name="write">The write.</param>
    /// <param name="options">Its options.</param>
    /// <param name="metadata">The table as the write leaves it.</param>
    /// <param name="select">The new rows in the table's columns.</param>
    public CommandResult Replace(WriteCommand write, WriterOptions options, TableMetadata metadata, string select)
    {
        var compiler = statement.NewCompiler();
        var read = TableColumns.Read(write.Path, metadata);
        var condition = Resolved(read);
        var target = new TargetRows(write.Path, read, compiler.Names, [.. condition.Conjuncts()], statement);
        var sql = compiler.Expressions.Compile(condition);
        var counts = statement.Session.Query(
            $"SELECT {target.File}, count(*), count(*) FILTER (WHERE {sql}) AS gone FROM (\n{target.Candidates()}\n) GROUP BY ALL HAVING gone > 0",
            reader => (File: reader.GetString(0), Rows: reader.GetInt64(1), Gone: reader.GetInt64(2))).ToDictionary(file => file.File, StringComparer.Ordinal);
        var touched = target.Snapshot.Files.Where(file => counts.ContainsKey(file.Path)).ToList();
        var rows = target.Select(touched);
        var kept = counts.Values.Sum(file => file.Rows - file.Gone);
        var columns = string.Join(", ", read.Columns.Select(column => $"{compiler.Names[column]} AS {Syntax.SqlText.Name(metadata.PhysicalName(metadata.Schema.Find(column.Name)!))}"));
        var change = new RowChange("WRITE", options.Commit, [("numDeletedRows", counts.Values.Sum(file => file.Gone))])
        {
            Parameters = new Dictionary<string, string?>(DeltaWriter.Parameters(write)) { ["predicate"] = text },
            Metadata = metadata,
            KeptRows = kept,
        };
        return new FileReplacement(target, statement).Commit(change, new ChangedRows(
            touched,
            $"SELECT {target.File}, {target.RowNumber} FROM (\n{rows}\n) WHERE {sql}",
            onlyChanged => onlyChanged || kept == 0 ? [select] : [$"SELECT {columns}\nFROM (\n{rows}\n)\nWHERE ({sql}) IS NOT TRUE", select]));
    }

    /// <summary>The new rows, of which the first that does not meet the condition ends the statement.</summary>
    public string Checked(string table, TableMetadata metadata, string select)
    {
        _ = Resolved(TableColumns.Read(table, metadata));
        return new CheckedRows(table, metadata, statement, new TableConstraint(TableConstraint.CheckConstraints, "replaceWhere", text, Parsed())).Select(select);
    }

    private Expression Resolved(Read read) => ConditionResolver.Resolve(Parsed(), read.Columns, "The option replaceWhere");

    private Expression Parsed()
    {
        try
        {
            return ConditionParser.Parse(text);
        }
        catch (UnsupportedConditionException error)
        {
            throw new AnalysisException($"The option replaceWhere is a condition in Spark's SQL that is not understood here: {error.Message}. Delete the rows by a condition of columns and append the new ones instead.");
        }
    }
}
