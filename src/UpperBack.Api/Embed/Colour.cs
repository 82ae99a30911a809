using System.Globalization;

namespace UpperBack.Api.Embed;

/// <summary>A colour of the screen.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public sealed record Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>The colour of six hexadecimal digits.</summary>
    public static Colour Of(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        return new(bytes[0], bytes[1], bytes[2]);
    }

    /// <summary>This colour with a share, from 0 to 1, of another.</summary>
    public Colour Mixed(Colour other, double share)
    {
        return new(Mix(Red, other.Red), Mix(Green, other.Green), Mix(Blue, other.Blue));

        byte Mix(byte one, byte two) => (byte)Math.Round(one + (two - one) * share);
    }

    /// <summary>The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it.</summary>
    public double ContrastTo(Colour other)
    {
        var (lighter, darker) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>The colour as CSS writes it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static double Linear(byte channel) => channel / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
