using System.Buffers.Text;
using System.Globalization;
using System.Text;
using UpperBack.Search;
using UpperBack.Store.Changes;

namespace UpperBack.Api.Changes;

/// <summary>A position in the feed as callers hold it: opaque, and the same on every instance.</summary>
internal static class FeedToken
{
    public static string Of(FeedPosition position) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{position.Epoch}.{position.Sequence}")));

    /// <summary>The position, or null when the text is no token.</summary>
    public static FeedPosition? Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('.') is [{ Length: > 0 } epoch, var sequence]
                && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && new FeedPosition(epoch, number) is var position && Of(position) == token ? position : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
