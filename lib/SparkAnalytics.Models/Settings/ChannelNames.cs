namespace SparkAnalytics.Models.Settings;

/// <summary>The eight channels; every event is in exactly one.</summary>
public static class ChannelNames
{
    /// <summary>Paid results of a search site.</summary>
    public const string PaidSearch = "Paid Search";

    /// <summary>Advertisements on a social site.</summary>
    public const string PaidSocial = "Paid Social";

    /// <summary>Newsletters and webmail.</summary>
    public const string Email = "Email";

    /// <summary>Any other paid medium.</summary>
    public const string OtherPaid = "Other Paid";

    /// <summary>Unpaid results of a search site.</summary>
    public const string OrganicSearch = "Organic Search";

    /// <summary>Unpaid posts on a social site.</summary>
    public const string Social = "Social";

    /// <summary>A link on another site.</summary>
    public const string Referral = "Referral";

    /// <summary>No known origin, or the site itself.</summary>
    public const string Direct = "Direct";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [PaidSearch, PaidSocial, Email, OtherPaid, OrganicSearch, Social, Referral, Direct];
}
