using static SparkAnalytics.Models.Tests.Channels.ChannelCase;

namespace SparkAnalytics.Models.Tests.Channels;

/// <summary>AI assistants as tagged sources.</summary>
public sealed class ChannelAssistantTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenSourceIsAnAssistant_IsReferralAfterAllMediums()
    {
        models.AssertChannel(
            "Referral", "utm_assistant", [Tagged("chatgpt"), Tagged("Perplexity", "web"), Tagged("perplexity", "(none)", "x", "https://www.google.com/"), Tagged("gemini", referrer: "https://www.facebook.com/")]);
        models.AssertChannel("Referral", "utm_assistant_host", [Tagged("chatgpt.com"), Tagged("chatgpt.com", referrer: "https://chatgpt.com/"), Tagged("gemini.google.com"), Tagged("Copilot.Microsoft.com", "web")]);
        models.AssertChannel("Other Paid", "utm_paid_other", [Tagged("chatgpt.com", "cpc"), Tagged("gemini.google.com", "cpc")]);
        models.AssertChannel("Social", "utm_social", [Tagged("chatgpt", "social"), Tagged("plus.google.com")]);
        models.AssertChannel("Referral", "utm_referral", [Tagged("chatgpt.com", "referral")]);
    }
}
