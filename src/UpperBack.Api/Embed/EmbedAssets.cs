using System.Reflection;
using System.Security.Cryptography;

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

    /// <summary>The parameter with the digest of a file.</summary>
    public const string DigestParameter = "v";

    private static readonly Dictionary<string, Asset> Files =
        new[] { Stylesheet, FollowAlong, Height, Element }.ToDictionary(name => name, Asset.Read, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the files.</summary>
    public static IEnumerable<string> Names => Files.Keys;

    /// <summary>The file with one of these names, in any case.</summary>
    public static Asset Get(string name) => Files[name];

    /// <summary>The path of a file, with the digest of its content.</summary>
    public static string AddressOf(string name) => $"{EmbedAddress.Under}/{name}?{DigestParameter}={Files[name].Digest}";

    /// <summary>The content of a file.</summary>
    public static ReadOnlyMemory<byte> ContentOf(string name) => Files[name].Content;

    /// <summary>A file.</summary>
    /// <param name="Content">Its content.</param>
    /// <param name="Digest">The digest of its content.</param>
    /// <param name="MediaType">Its media type.</param>
    internal sealed record Asset(ReadOnlyMemory<byte> Content, string Digest, string MediaType)
    {
        /// <summary>Reads a file from the assembly.</summary>
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
