namespace SparkAnalytics.Sql.Connect.Tests;

/// <summary>Connection strings as Spark's own clients read them.</summary>
public sealed class RemoteAddressTests
{
    [Theory]
    [InlineData("sc://shop", "shop", 15002, false, "me")]
    [InlineData("sc://shop:443/;use_ssl=true", "shop", 443, true, "me")]
    [InlineData("SC://10.0.0.7:15003/;user_id=ann;x-team=web", "10.0.0.7", 15003, false, "ann")]
    [InlineData("sc://[::1]:9/;token=abc", "[::1]", 9, true, "me")]
    public void Parse_OfAnAddress_GivesItsParts(string text, string host, int port, bool usesTls, string user)
    {
        var address = RemoteAddress.Parse(text, user: "me");

        Assert.Equal((host, port, usesTls, user), (address.Host, address.Port, address.UseTls, address.UserId));
    }

    [Theory]
    [InlineData("shop:15002", "it must begin with sc://")]
    [InlineData("sc://", "there is no host name in it")]
    [InlineData("sc://shop:0", "its port is not a number from 1 to 65535")]
    [InlineData("sc://shop:abc", "its port is not a number from 1 to 65535")]
    [InlineData("sc://shop;token=abc", "parameters stand behind '/;'")]
    [InlineData("sc://shop/;tokn=abc", "there is no parameter 'tokn'")]
    [InlineData("sc://shop/;token=", "the parameter 'token' has no value")]
    [InlineData("sc://shop/;use_ssl=yes", "use_ssl is true or false")]
    [InlineData("sc://shop/;token=abc;use_ssl=false", "a token in the string needs use_ssl=true")]
    [InlineData("sc://shop/;session_id=7", "session_id must be a UUID")]
    public void Parse_OfAWrongAddress_SaysWhatAndShowsNoSecret(string text, string expected)
    {
        var failure = Assert.Throws<AnalysisException>(() => RemoteAddress.Parse(text));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", failure.Message.Replace("sc://shop:abc", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OfAnAddressWithAToken_HidesIt() => Assert.Equal("sc://shop:443", RemoteAddress.Parse("sc://shop:443/;token=abc").ToString());
}
