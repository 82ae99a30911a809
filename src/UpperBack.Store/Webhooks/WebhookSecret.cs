using System.Security.Cryptography;

namespace UpperBack.Store.Webhooks;

/// <summary>The secret that signs the messages of a webhook, as the Standard Webhooks specification writes it.</summary>
internal static class WebhookSecret
{
    private const int Bytes = 32;

    public static byte[] Create() => RandomNumberGenerator.GetBytes(Bytes);

    public static string Text(byte[] secret) => $"whsec_{Convert.ToBase64String(secret)}";
}
