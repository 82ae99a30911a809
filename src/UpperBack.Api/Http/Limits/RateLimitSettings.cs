namespace UpperBack.Api.Http.Limits;

/// <summary>How many requests a minute an instance answers to one caller.</summary>
/// <param name="AnonymousPerMinute">To an address, for requests without a key.</param>
/// <param name="KeyPerMinute">To a key that has no number of its own.</param>
internal sealed record RateLimitSettings(int AnonymousPerMinute = 600, int KeyPerMinute = 6000)
{
    private const string Section = "UpperBack:RateLimit";

    /// <summary>The settings as configured.</summary>
    public static RateLimitSettings Of(IConfiguration configuration)
    {
        var usual = new RateLimitSettings();
        return new(Number(nameof(AnonymousPerMinute), usual.AnonymousPerMinute), Number(nameof(KeyPerMinute), usual.KeyPerMinute));

        int Number(string name, int otherwise) => configuration[$"{Section}:{name}"] is not { Length: > 0 } text ? otherwise
            : QueryReader.TryNumber(text, out var number) && number > 0 ? number
            : throw new SettingException($"{Section}:{name}", text, "a whole number from 1");
    }
}
