namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>user_id: the first of the two id columns that is neither empty nor a placeholder.</summary>
public sealed class UserIdTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenEitherColumnHasAnId_TakesTheFirstTrimmed() => AssertUsers(
        ("ann", null, "ann"),
        (null, "bob", "bob"),
        ("ann", "bob", "ann"),
        ("", "bob", "bob"),
        (" \t\r\n\v\f", "bob", "bob"),
        ("  ann ", "bob", "ann"),
        (null, "\tbob\n", "bob"),
        ("ann lee", "", "ann lee"),
        ("nullx", "bob", "nullx"),
        ("Ann", "ann", "Ann"),
        ("0", "bob", "0"),
        ("\u00A0", "bob", "\u00A0"),
        ("\U0001F600", null, "\U0001F600"));

    [Fact]
    public void Build_WhenNeitherColumnHasAnId_IsNull() => AssertUsers(
        (null, null, null),
        ("", null, null),
        (null, "", null),
        ("", "", null),
        (" ", "\t", null));

    [Fact]
    public void Build_WhenAColumnHasAPlaceholder_LooksAtTheOther() => AssertUsers(
        ("null", "bob", "bob"),
        ("\tUNDEFINED ", "bob", "bob"),
        ("NaN", "(Not Set)", null),
        ("[object Object]", null, null),
        ("", "null", null),
        (null, "undefined", null),
        ("ann", "null", "ann"),
        ("nul\u212A", null, "nul\u212A"),
        ("\u00A0null", null, "\u00A0null"),
        ("none", "bob", "none"));

    private void AssertUsers(params IEnumerable<(string? ClientId, string? NewClientId, string? Expected)> cases) =>
        models.AssertStaged(
            "user_id",
            [.. cases.Select(item => (new RawEvent { ClientId = item.ClientId, NewClientId = item.NewClientId }, item.Expected))]);
}
