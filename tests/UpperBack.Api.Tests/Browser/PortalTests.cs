using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>A portal on another site, whose policy allows the service and nothing else, with each of the embeds.</summary>
[Collection<BrowserTests>]
public sealed class PortalTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("upperback-routine", "slug='desk-break'", "Three-minute desk break")]
    [InlineData("upperback-exercise", "slug='plank'", "Plank")]
    [InlineData("upperback-recommendations", "condition='poor-posture'", "Exercises, looked up for: Poor posture with rounded shoulders")]
    public async Task An_embed_grows_with_what_it_shows_in_every_window(string element, string attributes, string heading)
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.GoToAsync(browser.Portal.PageWith($"{browser.Script}<{element} {attributes}></{element}>"));
        var page = await visitor.Page.EmbeddedAsync(element);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading);
        await Assertions.Expect(visitor.Page.Locator("iframe")).ToHaveAttributeAsync("title", $"{heading} · UpperBack");
        await Assertions.Expect(visitor.Page.Locator("iframe")).ToHaveAttributeAsync("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
        foreach (var width in new[] { 1280, 390, 320 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 800);
            await page.FitsAsync();
            Assert.Empty(await page.OverflowingAsync());
            Assert.Empty(await visitor.Page.MainFrame.OverflowingAsync());
        }

        await page.Locator("summary").First.ClickAsync();
        await page.FitsAsync();
        await page.Locator("summary").First.ClickAsync();
        await page.FitsAsync();
        Assert.Empty(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task Three_embeds_on_one_page_have_a_height_each()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.GoToAsync(browser.Portal.PageWith($"""
            {browser.Script}
            <upperback-routine slug='desk-break'></upperback-routine>
            <upperback-exercise slug='plank'></upperback-exercise>
            <upperback-recommendations condition='poor-posture'></upperback-recommendations>
            """));
        foreach (var element in new[] { "upperback-routine", "upperback-exercise", "upperback-recommendations" })
            await (await visitor.Page.EmbeddedAsync(element)).FitsAsync();
        Assert.Empty(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task A_plain_frame_works_without_the_script()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.GoToAsync(browser.Portal.PageWith(
            $"<div><iframe src='{new Uri(browser.Service, "/embed/routines/desk-break?locale=de")}' title='Pause am Schreibtisch' width='720' height='900' sandbox='allow-scripts allow-popups allow-popups-to-escape-sandbox' allow='screen-wake-lock'></iframe></div>"));
        var page = await visitor.Page.EmbeddedAsync("div");
        Assert.Equal("de", await page.Locator("html").GetAttributeAsync("lang"));
        await page.Locator("[data-action=start]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-part=player]")).ToBeVisibleAsync();
        Assert.Empty(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task An_embed_looks_and_speaks_as_its_attributes_say()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.GoToAsync(browser.Portal.PageWith($"{browser.Script}<upperback-routine slug='desk-break' theme='dark' locale='de' accent='aa3377'></upperback-routine>"));
        var page = await visitor.Page.EmbeddedAsync("upperback-routine");
        Assert.Equal("de", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await page.BrightnessAsync() < 0.2);
        await Assertions.Expect(page.Locator("h2#signs")).ToHaveTextAsync("Warnzeichen");

        await visitor.Page.EvaluateAsync("() => document.querySelector('upperback-routine').setAttribute('locale', 'fr')");
        await visitor.Page.Locator("iframe[src*='locale=fr']").WaitForAsync();
        await Assertions.Expect((await visitor.Page.EmbeddedAsync("upperback-routine")).Locator("html")).ToHaveAttributeAsync("lang", "fr");
        Assert.Empty(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task What_the_portal_wrote_is_shown_where_scripts_do_not_run()
    {
        await using var visitor = await browser.VisitorAsync(new() { JavaScriptEnabled = false });
        await visitor.GoToAsync(browser.Portal.PageWith($"{browser.Script}<upperback-routine slug='desk-break'><a href='/elsewhere'>The routine</a></upperback-routine>"));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "The routine" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_slip_in_a_slug_is_told_in_the_frame()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.GoToAsync(browser.Portal.PageWith($"{browser.Script}<upperback-routine slug='desk-braek'></upperback-routine>"));
        var page = await visitor.Page.EmbeddedAsync("upperback-routine");
        await page.GetByRole(AriaRole.Link, new() { Name = "desk-break" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Three-minute desk break");
        await page.FitsAsync();
    }
}
