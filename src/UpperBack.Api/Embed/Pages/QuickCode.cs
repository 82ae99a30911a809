using QRCoder;
using QRCoder.Exceptions;

namespace UpperBack.Api.Embed.Pages;

/// <summary>Draws the code that leads from paper to a page.</summary>
internal static class QuickCode
{
    private const string Dark = "#000000";
    private const string Light = "#ffffff";

    /// <summary>The code as SVG, dark on white with its quiet zone. Null for an address that is longer than a code holds.</summary>
    public static string? Of(string address)
    {
        try
        {
            using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
            using var code = new SvgQRCode(data);
            return code.GetGraphic(1, Dark, Light, drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        }
        catch (DataTooLongException)
        {
            return null;
        }
    }
}
