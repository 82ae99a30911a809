using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>How the pages to embed look, on their own.</summary>
[Collection<BrowserTests>]
public sealed class EmbedLookTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task They_fit_every_window_and_keep_to_themselves(string locale)
    {
        await using var visitor = await browser.VisitorAsync();
        var faults = new List<string>();
        foreach (var address in EmbeddedPages.Sound)
        {
            await visitor.GoToAsync(EmbeddedPages.In(address, locale));
            foreach (var width in new[] { 1280, 390, 320 })
            {
                await visitor.Page.SetViewportSizeAsync(width, 800);
                faults.AddRange((await visitor.Page.MainFrame.OverflowingAsync()).Select(fault => $"{address} {fault}"));
            }

            faults.AddRange((await visitor.FaultsAsync()).Select(fault => $"{address} {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task They_can_be_read_with_text_at_twice_its_size(string locale)
    {
        await using var visitor = await browser.VisitorAsync();
        var faults = new List<string>();
        foreach (var address in (string[])["/embed/routines/whole-upper-back-basics", "/embed/exercises/side-plank", EmbeddedPages.Recommendations[0], EmbeddedPages.Faulty[0]])
        {
            foreach (var width in new[] { 1280, 390, 320 })
            {
                await visitor.Page.SetViewportSizeAsync(width, 800);
                await visitor.GoToAsync(EmbeddedPages.In(address, locale));
                faults.AddRange((await visitor.Page.MainFrame.DoubleTextAsync()).Select(fault => $"{address} {width} {fault}"));
                faults.AddRange((await visitor.Page.MainFrame.OverflowingAsync()).Select(fault => $"{address} {fault}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("", ColorScheme.Light, false)]
    [InlineData("", ColorScheme.Dark, true)]
    [InlineData("?theme=light", ColorScheme.Dark, false)]
    [InlineData("?theme=dark", ColorScheme.Light, true)]
    public async Task A_page_is_dark_when_it_is_asked_to_be_or_else_when_the_device_is(string theme, ColorScheme device, bool isDark)
    {
        await using var visitor = await browser.VisitorAsync(new() { ColorScheme = device });
        await visitor.GoToAsync($"/embed/routines/desk-break{theme}");
        Assert.Equal(isDark, await visitor.Page.MainFrame.BrightnessAsync() < 0.5);
    }

    [Fact]
    public async Task German_pages_are_German()
    {
        await using var visitor = await browser.VisitorAsync(new() { Locale = "de-DE" });
        await visitor.GoToAsync("/embed/routines/desk-break");
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Assertions.Expect(visitor.Page.Locator("h2#signs")).ToHaveTextAsync("Warnzeichen");
        Assert.Equal(0, await visitor.Page.Locator("[lang=en]:not(.sources *)").CountAsync());
    }

    [Fact]
    public async Task A_browser_set_to_reduced_motion_shows_stills()
    {
        await using var moving = await browser.VisitorAsync();
        await using var still = await browser.VisitorAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        foreach (var (visitor, shown, hidden) in new[] { (moving, ".moving", ".still"), (still, ".still", ".moving") })
        {
            await visitor.GoToAsync("/embed/routines/whole-upper-back-basics");
            Assert.Equal(11, await visitor.Page.Locator($"img{shown}").CountAsync());
            foreach (var picture in await visitor.Page.Locator($"img{shown}").AllAsync())
                await visitor.SeesAsync(picture);
            Assert.Equal(0, await visitor.Page.Locator($"img{hidden}").Filter(new() { Visible = true }).CountAsync());
        }
    }

    [Fact]
    public async Task Pictures_stop_moving_when_stills_are_chosen()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.GoToAsync("/embed/routines/desk-break");
        await visitor.Page.GetByLabel("Still pictures").CheckAsync();
        await visitor.SeesAsync(visitor.Page.Locator("img.still").First);
        await Assertions.Expect(visitor.Page.Locator("img.moving").First).ToBeHiddenAsync();
    }
}
