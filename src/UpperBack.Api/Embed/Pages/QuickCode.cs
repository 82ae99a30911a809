using QRCoder;
using QRCoder.Exceptions;

namespace UpperBack.Api.Embed.Pages;

/// <summary>The QR code on printed pages.</summary>
internal static class QuickCode
{
    private const string Dark = "#000000";
    private const string Light = "#ffffff";

    /// <summary>The code as SVG, dark on white with its quiet zone. Null when the address is too long for a code.</summary>
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
