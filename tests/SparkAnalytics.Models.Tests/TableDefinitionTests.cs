using System.Text;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Models.Tests;

/// <summary>Tables are declared beside their models, and once.</summary>
public sealed class TableDefinitionTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private static readonly TableDefinition s_table = new()
    {
        Name = "t",
        Grain = "row",
        Meaning = "A test.",
        Key = ["a"],
        Scope = TableScope.Event,
        Columns = [new("a", "First."), new("b", "Second.")],
    };

    [Fact]
    public void Tables_AreThoseOfTheSpecificationInItsOrder() => Assert.Equal(
        ["stg_events", "fct_session_events", "fct_sessions", "fct_orders", "dim_users", "fct_marketing_touches", "fct_order_attribution", "quarantined_events"],
        ModelSteps.Tables.Select(table => table.Name));

    [Fact]
    public void Tables_HaveAMeaningForEachColumnAndKeysAndFileOrdersOutOfThem() => Assert.All(ModelSteps.Tables, table =>
    {
        var columns = table.Columns.Select(column => column.Name).ToList();
        Assert.All(table.Columns, column => Assert.Matches("^.+[.]$", column.Meaning));
        Assert.Equal(columns.Distinct(), columns);
        Assert.NotEmpty(table.Key);
        Assert.Subset(columns.ToHashSet(), table.Key.Concat(table.FileOrder).ToHashSet());
    });

    [Theory]
    [InlineData("a int, b int", null)]
    [InlineData("a int, b int, c int, d int", "The rows of t have columns without a meaning: c, d. Declare them in the model's Table.")]
    [InlineData("a int", "The rows of t lack declared columns: b.")]
    [InlineData("b int, a int", "The rows of t have their columns in another order than declared: b, a.")]
    public void Require_ComparesColumnsWithTheDeclaration(string columns, string? message)
    {
        var error = Record.Exception(() => s_table.Require(DataTypeParser.ParseSchema(columns)));

        Assert.Equal(message, error?.Message);
    }

    [Fact]
    public void Plan_WhenAColumnHasNoMeaning_FailsBeforeAnyRowIsComputed()
    {
        var step = new ModelStep(s_table, [], given => given.CheckedEvents.Select(Sql.Functions.Col("event_id").As("a"), Sql.Functions.Lit(1).As("b"), Sql.Functions.Lit(2).As("c")));

        var error = Assert.Throws<InvalidOperationException>(() => step.Plan(new StepInputs(models.Check([]), ModelsFixture.Defaults, ModelsFixture.Channels)));

        Assert.Contains("without a meaning: c", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OfAllSteps_HasTheDeclaredColumnsAndKeysThatIdentifyRows()
    {
        RawEvent[] raw =
        [
            new() { EventData = """{"utm_source":"google","utm_medium":"cpc"}""" },
            new() { Timestamp = "2025-03-01T09:05:00Z", EventName = "purchase", EventData = """{"transaction_id":"T1","revenue":10}""" },
            new() { Timestamp = "2025-03-01T10:00:00Z", EventData = """{"utm_source":"news","utm_medium":"email"}""" },
            new() { Timestamp = "2025-03-01T10:05:00Z", EventName = "purchase", EventData = """{"transaction_id":"T2","revenue":10}""" },
            new() { Timestamp = "never" },
            new() { Timestamp = null },
        ];

        var tables = ModelSteps.Plan(models.Check(raw), ModelsFixture.Defaults with { AttributionModels = [.. AttributionModelNames.All] }, ModelsFixture.Channels);

        Assert.All(ModelSteps.Tables, table =>
        {
            var rows = ModelsFixture.Rows(tables[table]);
            Assert.True(rows.Count > 1 || table == DimUsers.Table, table.Name);
            Assert.Equal(rows.Count, rows.Select(row => row.Line(table.Key)).Distinct().Count());
        });
    }

    [Fact]
    public void PageOfTables_SaysWhatIsDeclared()
    {
        var tables = ModelSteps.Plan(models.Check([new RawEvent()]), ModelsFixture.Defaults, ModelsFixture.Channels);
        var page = new StringBuilder("# The tables\n\nMade from the declarations in `lib/SparkAnalytics.Models`; a test compares.\n");
        foreach (var table in ModelSteps.Tables)
        {
            page.Append('\n').Append("## ").Append(table.Name).Append("\n\nOne row per ").Append(table.Grain).Append(". ").Append(table.Meaning).Append(" Key: ")
                .AppendJoin(", ", table.Key.Select(column => $"`{column}`")).Append(".\n\n| column | type | meaning |\n|---|---|---|\n");
            foreach (var (column, field) in table.Columns.Zip(tables[table].Schema().Fields))
            {
                page.Append("| `").Append(column.Name).Append("` | ").Append(field.DataType.SimpleString).Append(" | ").Append(column.Meaning).Append(" |\n");
            }
        }

        Assert.True(page.ToString() == File.ReadAllText(Path.Combine(Repository(), "docs", "tables.md")), $"docs/tables.md must be\n{page}");
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SparkAnalytics.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
