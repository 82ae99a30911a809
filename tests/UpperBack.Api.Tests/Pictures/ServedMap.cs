using System.Net;
using System.Xml.Linq;

namespace UpperBack.Api.Tests.Pictures;

/// <summary>A map as it came.</summary>
internal sealed record ServedMap(XElement Root)
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public string Title => Root.Element(Svg + "title")!.Value;

    public string Description => Root.Element(Svg + "desc")!.Value;

    public string Sheet => Root.Element(Svg + "style")!.Value;

    public IReadOnlyList<string> Texts => [.. Root.Descendants(Svg + "text").Select(text => text.Value)];

    public static async Task<ServedMap> Get(ApiFixture api, string path, params (string Name, string Value)[] headers)
    {
        using var response = await api.Get(path, headers);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode is HttpStatusCode.OK, body);
        Assert.Equal("image/svg+xml; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return new(XDocument.Parse(body).Root!);
    }
}
