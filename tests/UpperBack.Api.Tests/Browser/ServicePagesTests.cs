using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>The pages of the service itself.</summary>
[Collection<BrowserTests>]
public sealed class ServicePagesTests(BrowserFixture browser)
{
    private static readonly string[] Pages = ["/", "/problems", "/problems/unknown-value", "/docs"];

    [Fact]
    public async Task They_keep_to_themselves()
    {
        await using var visitor = await browser.VisitorAsync();
        foreach (var page in Pages)
        {
            await visitor.GoToAsync(page);
            Assert.Empty(await visitor.FaultsAsync());
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task They_fit_their_window_with_text_at_twice_its_size(int width)
    {
        await using var visitor = await browser.VisitorAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        foreach (var page in Pages.Except(["/docs"]))
        {
            await visitor.GoToAsync(page);
            Assert.Empty(await visitor.Page.MainFrame.OverflowingAsync());
            Assert.Empty(await visitor.Page.MainFrame.DoubleTextAsync());
            Assert.Empty(await visitor.Page.MainFrame.OverflowingAsync());
        }
    }

    [Fact]
    public async Task The_documentation_lists_the_operations()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.GoToAsync("/docs");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "get /v1/exercises/{slug}", Exact = true })).ToBeVisibleAsync();
    }
}
