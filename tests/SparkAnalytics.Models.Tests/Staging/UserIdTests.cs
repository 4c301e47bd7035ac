namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>user_id: the first of the two id columns that is not empty.</summary>
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
        ("null", "bob", "null"),
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

    private void AssertUsers(params IEnumerable<(string? ClientId, string? NewClientId, string? Expected)> cases) =>
        models.AssertStaged(
            "user_id",
            [.. cases.Select(item => (new RawEvent { ClientId = item.ClientId, NewClientId = item.NewClientId }, item.Expected))]);
}
