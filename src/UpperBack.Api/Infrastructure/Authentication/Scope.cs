namespace UpperBack.Api.Infrastructure.Authentication;

/// <summary>The scopes of keys. Reading what is published requires no key.</summary>
internal static class Scope
{
    /// <summary>See drafts, unpublished revisions and who wrote what.</summary>
    public const string ReadDrafts = "content:read-drafts";

    /// <summary>Save drafts.</summary>
    public const string Write = "content:write";

    /// <summary>Publish, retire and import: change what readers see.</summary>
    public const string Publish = "content:publish";

    /// <summary>Make and change webhooks, and see what they were sent.</summary>
    public const string ManageWebhooks = "webhooks:manage";

    /// <summary>Make and revoke keys, read the audit. Holds every other scope.</summary>
    public const string Admin = "admin";

    /// <summary>Every scope.</summary>
    public static IReadOnlyList<string> All { get; } = [ReadDrafts, Write, Publish, ManageWebhooks, Admin];
}
