using System.Net;
using System.Text.RegularExpressions;

namespace UpperBack.Api.Tests.Embed;

/// <summary>Asks for pages as a browser does, and reads them.</summary>
internal static partial class Browser
{
    public static readonly (string Name, string Value) Accept = ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

    public static readonly string[] Languages = ["en", "de", "es", "fr", "da"];

    /// <summary>The markup of an answer, with the characters that stand for others as these.</summary>
    public static async Task<string> Html(this HttpResponseMessage response) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>The markup of a page that has to be there.</summary>
    public static async Task<string> Page(this ApiFixture api, string path)
    {
        using var response = await api.Get(path, Accept);
        var html = await response.Html();
        Assert.True(response.StatusCode is HttpStatusCode.OK, $"{path} answers {(int)response.StatusCode} {html}");
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return html;
    }

    /// <summary>The values that an attribute has in a page.</summary>
    public static IReadOnlyList<string> Attributes(string html, string name) =>
        [.. Regex.Matches(html, $"""\s{name}="(?<value>[^"]*)""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["value"].Value)];

    /// <summary>What stands in the first element with an attribute.</summary>
    public static string Between(string html, string start, string end)
    {
        var from = html.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"{start} is not in the page.");
        return html[from..html.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
