using UpperBack.Api.Http;

namespace UpperBack.Api.Tests.Browser;

/// <summary>
/// axe-core finds nothing on any page of ours, in either theme. /docs is Swagger UI's: it labels methods in white on pale
/// colours, and its list of servers has no name.
/// </summary>
[Collection<BrowserTests>]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_pages_of_the_service_are_accessible()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.AreAccessible(["/", "/problems", .. ProblemKinds.All.Select(kind => kind.Page), "/problems/no-such-problem"]);
    }

    [Fact]
    public async Task Faults_are_found_in_both_themes()
    {
        await using var visitor = await browser.VisitorAsync();
        await Accessibility.PrepareAsync(visitor.Page);
        await visitor.GoToAsync(browser.Portal.PageWith("<img src='data:,'><p>Words</p>"));
        var faults = await Accessibility.FaultsAsync(visitor.Page);
        Assert.Equal(["Light", "Dark"], faults.Where(fault => fault.Contains("image-alt", StringComparison.Ordinal)).Select(fault => fault.Split('(', ')')[1]));
    }
}
