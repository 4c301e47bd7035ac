namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>What people write at the prompt of query: run as it stands, refused in clear words, and never more than a look at the tables.</summary>
public sealed class QueryTests(SampleLakehouse shared) : IClassFixture<SampleLakehouse>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("SELECT length('x\ny') AS n", "3")]
    [InlineData("SELECT length($$x\ny$$) AS n", "3")]
    [InlineData("SELECT length($a$x\n$$y$a$) AS n", "5")]
    [InlineData("SELECT length(e'x\\'\ny') AS n", "4")]
    [InlineData("SELECT /* one\n /* two */ ; */ 3 AS n -- the end", "3")]
    [InlineData("SELECT ';' AS n;  -- the end", ";")]
    [InlineData("FROM (VALUES (1)) AS v(n);", "1")]
    [InlineData("WITH one AS (SELECT 1 AS n) SELECT n FROM one", "1")]
    [InlineData("SELECT count(*) AS n FROM (DESCRIBE fct_orders) WHERE column_name = 'order_id'", "1")]
    public void Query_OfAnyLayout_IsRunAsItStands(string sql, string value) =>
        Assert.Equal($"n\r\n{value}\r\n", Run(sql, "--output-format", "csv").Succeeded().Output);

    [Theory]
    [InlineData("SELECT order_id,\n  revenu\nFROM fct_orders", "there is no column 'revenu' here (line 2, column 3); did you mean 'revenue'?", "    revenu", "    ^")]
    [InlineData("SELECT 'ü', revenu FROM fct_orders", "there is no column 'revenu' here (line 1, column 13); did you mean 'revenue'?", "  SELECT 'ü', revenu FROM fct_orders", "              ^")]
    [InlineData("SELECT * FROM orders", "there is no table 'orders' (line 1, column 15); did you mean 'fct_orders'?", "  SELECT * FROM orders", "                ^")]
    [InlineData("SELECT cuont(*) FROM fct_orders", "there is no function 'cuont' (line 1, column 8); did you mean 'count'?", "  SELECT cuont(*) FROM fct_orders", "         ^")]
    [InlineData("SELECT\n\tFROM WHERE", "syntax error at or near \"WHERE\" (line 2, column 7)", "  \\tFROM WHERE", "         ^")]
    [InlineData("SELECT 1; SELECT 2", "there is a second statement; ask one query at a time (line 1, column 11)", "  SELECT 1; SELECT 2", "            ^")]
    public void Query_WhenTheSqlIsWrong_PointsAtThePlaceInItsOwnLines(string sql, string message, string line, string caret)
    {
        var result = Run(sql);
        result.FailedWith(2);
        Assert.Equal(["error: " + message, line, caret], result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => text.TrimEnd('\r')));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("-- nothing")]
    [InlineData(";")]
    public void Query_WithoutAQuery_SaysSo(string sql) => Assert.Contains("The query is empty", Run(sql).FailedWith(2), StringComparison.Ordinal);

    [Theory]
    [InlineData("SELECT * FROM '{0}/secret.csv'")]
    [InlineData("SELECT * FROM read_csv('{0}/secret.csv')")]
    [InlineData("SELECT (SELECT content FROM read_text('{0}/secret.csv'))")]
    [InlineData("SELECT * FROM glob('{0}/*')")]
    [InlineData("SUMMARIZE '{0}/secret.csv'")]
    [InlineData("WITH a AS (FROM read_blob('{0}/secret.csv')) SELECT 1 FROM a")]
    [InlineData("FROM query('FROM ''{0}/secret.csv''')")]
    [InlineData("COPY fct_orders TO '{0}/out.csv'")]
    [InlineData("ATTACH '{0}/out.db'")]
    [InlineData("INSTALL spatial")]
    [InlineData("PRAGMA version")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("CREATE TABLE t AS SELECT 1")]
    public void Query_BesideTheTables_IsRefusedAndNamesTheOption(string sql)
    {
        File.WriteAllText(_folder.Of("secret.csv"), "word\nsesame\n");
        var result = Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, _folder.Path));
        Assert.Contains("--allow-files", result.FailedWith(2), StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.Equal([_folder.Of("secret.csv")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Query_WhenFilesAreAllowed_ReadsThemButWritesNone()
    {
        File.WriteAllText(_folder.Of("secret.csv"), "word\nsesame\n");
        Assert.Equal("word\r\nsesame\r\n", Run($"FROM '{_folder.Of("secret.csv")}'", "--allow-files", "--output-format", "csv").Succeeded().Output);
        Assert.Contains("only queries are run", Run($"COPY fct_orders TO '{_folder.Of("out.csv")}'", "--allow-files").FailedWith(2), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Of("out.csv")));
    }

    [Fact]
    public void Query_OfColumnsOfOneName_GivesDistinctMembersInJson()
    {
        Assert.Equal("[\n{\"a\":1,\"a_3\":2,\"a_2\":3}\n]\n", Run("SELECT 1 AS a, 2 AS a, 3 AS a_2", "--output-format", "json").Succeeded().Output);
        Assert.Equal("a,a,a_2\r\n1,2,3\r\n", Run("SELECT 1 AS a, 2 AS a, 3 AS a_2", "--output-format", "csv").Succeeded().Output);
    }

    [Fact]
    public void Query_WhenTheLakehouseIsDamaged_IsBadInputAndNotBadUsage()
    {
        StartedProgram.Run("rebuild", "--input", shared.Sample, "--lakehouse", _folder.Of("lakehouse"), "--quiet").Succeeded();
        foreach (var commit in Directory.GetFiles(_folder.Of("lakehouse/_state/runs"), "*.parquet"))
        {
            File.WriteAllText(commit, "PAR1 this is no parquet PAR1");
        }

        StartedProgram.Run("query", "SELECT count(*) FROM fct_orders", "--lakehouse", _folder.Of("lakehouse")).FailedWith(3);
    }

    [Fact]
    public void Query_InTheLakehousesOwnFolder_FindsItsTables()
    {
        var result = StartedProgram.RunIn(shared.Path, "query", "SELECT count(*) > 0 AS n FROM stg_events", "--lakehouse", ".", "--output-format", "csv");
        Assert.Equal("n\r\ntrue\r\n", result.Succeeded().Output);
    }

    [Fact]
    public void Query_OfControlAndDirectionCharacters_EscapesThemOnTheScreenAlone()
    {
        const string sql = "SELECT chr(27) || '[31m' || chr(10) || chr(9) || chr(127) || chr(155) || chr(8238) || chr(8297) || chr(65279) || chr(8232) AS \"a\nb\"";
        var table = Run(sql).Succeeded().Output;
        Assert.Contains("  a\\nb", table, StringComparison.Ordinal);
        Assert.Contains("  \\u001b[31m\\n\\t\\u007f\\u009b\\u202e\\u2069\\ufeff\\u2028", table, StringComparison.Ordinal);
        Assert.Equal("\"a\nb\"\r\n\"\u001b[31m\n\t\u007f\u009b\u202e\u2069\ufeff\u2028\"\r\n", Run(sql, "--output-format", "csv").Succeeded().Output);
        Assert.Contains("'\\u001b[31m'", StartedProgram.Run("show", "\u001b[31m", "--lakehouse", shared.Path).FailedWith(2), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private CommandResult Run(string sql, params string[] more) => StartedProgram.Run(["query", sql, "--lakehouse", shared.Path, .. more]);
}
