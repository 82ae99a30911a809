using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using UpperBack.Api.Http;

namespace UpperBack.Api.Embed;

/// <summary>
/// The static files of the pages, and the script for pages that embed them. The pages refer to theirs by a digest of the content, so
/// that browsers may cache them for ever; the script has its version in its name and is revalidated every day.
/// </summary>
internal static class EmbedAssets
{
    public const string Stylesheet = "page.css";
    public const string FollowAlong = "follow-along.js";
    public const string Height = "height.js";
    public const string Element = "v1.js";

    private const string MarkParameter = "v";
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string ForADay = "public, max-age=86400, stale-while-revalidate=604800";

    // A cached page may ask for an older digest; it gets the current file.
    private const string Shortly = "public, max-age=60";

    private static readonly Dictionary<string, Asset> Files =
        new[] { Stylesheet, FollowAlong, Height, Element }.ToDictionary(name => name, Asset.Read);

    /// <summary>Maps the files.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (name, file) in Files)
            routes.MapRead($"{EmbedAddress.Under}/{name}", (HttpContext context) => Answer(context, name, file)).ExcludeFromDescription();
    }

    /// <summary>The path of a file, with the digest of its content.</summary>
    public static string AddressOf(string name) => $"{EmbedAddress.Under}/{name}?{MarkParameter}={Files[name].Mark}";

    /// <summary>The content of a file.</summary>
    public static ReadOnlyMemory<byte> ContentOf(string name) => Files[name].Content;

    private static IResult Answer(HttpContext context, string name, Asset file)
    {
        var reader = new QueryReader(context.Request.Query);
        var mark = reader.Text(MarkParameter);
        if (reader.Faults.Count > 0)
            return Problems.BadParameters(reader.Faults);
        var headers = context.Response.Headers;
        headers.CacheControl = mark == file.Mark ? ForGood : name == Element ? ForADay : Shortly;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        ConditionalRequests.Vary(context, HeaderNames.AcceptEncoding);
        return Results.Bytes(file.Content.ToArray(), file.MediaType, entityTag: new($"\"{file.Mark}\"", isWeak: true));
    }

    private sealed record Asset(ReadOnlyMemory<byte> Content, string Mark, string MediaType)
    {
        public static Asset Read(string name)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var content = memory.ToArray();
            return new(content, Convert.ToHexStringLower(SHA256.HashData(content))[..12], name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
        }
    }
}
