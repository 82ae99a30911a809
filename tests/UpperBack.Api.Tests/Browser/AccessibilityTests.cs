
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
    public async Task The_pages_to_embed_are_accessible()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.AreAccessible([.. EmbeddedPages.Sound, .. EmbeddedPages.Faulty]);
    }

    [Fact]
    public async Task A_page_that_leads_through_its_exercises_is_accessible()
    {
        await using var visitor = await browser.VisitorAsync();
        await Accessibility.PrepareAsync(visitor.Page);
        await visitor.GoToAsync("/embed/routines/evening-stretches");
        await visitor.Page.Locator("[data-action=start]").ClickAsync();
        Assert.Empty(await Accessibility.FaultsAsync(visitor.Page));
    }

    [Fact]
    public async Task A_portal_with_embeds_is_accessible()
    {
        await using var visitor = await browser.VisitorAsync();
        await Accessibility.PrepareAsync(visitor.Page);
        await visitor.GoToAsync(browser.Portal.PageWith($"{browser.Script}<upperback-routine slug='desk-break'></upperback-routine>"));
        var frame = await visitor.Page.EmbeddedAsync("upperback-routine");
        Assert.Empty(await Accessibility.FaultsAsync(visitor.Page));
        Assert.Empty(await Accessibility.FaultsAsync(visitor.Page, frame));
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
