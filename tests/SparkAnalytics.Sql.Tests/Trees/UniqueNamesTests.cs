using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests.Trees;

public sealed class UniqueNamesTests
{
    private readonly UniqueNames _names = new();

    [Fact]
    public void Name_OfOneColumn_StaysTheSame()
    {
        var column = Column("user_id");

        Assert.Equal("user_id", _names[column]);
        Assert.Equal("user_id", _names[column with { Qualifier = "other" }]);
    }

    [Fact]
    public void Name_ThatAnotherColumnHas_GetsASuffixWhateverTheCase()
    {
        Assert.Equal("id", _names[Column("id")]);
        Assert.Equal("ID_2", _names[Column("ID")]);
        Assert.Equal("id_3", _names.Fresh("id"));
    }

    [Fact]
    public void Name_WithALineBreak_FitsOnOneLine() => Assert.Equal("a_b", _names[Column("a\nb")]);

    [Fact]
    public void Name_ThatIsEmpty_BecomesAWord() => Assert.Equal("column", _names[Column(string.Empty)]);

    private static AttributeReference Column(string name) => AttributeReference.Create(name, new LongType());
}
