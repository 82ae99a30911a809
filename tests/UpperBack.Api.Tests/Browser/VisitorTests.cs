namespace UpperBack.Api.Tests.Browser;

/// <summary>What a visitor notices: a watcher that sees nothing would let everything pass.</summary>
[Collection<BrowserTests>]
public sealed class VisitorTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<p>Words</p>", null)]
    [InlineData("<script>document.title = 'run'</script>", "Content Security Policy")]
    [InlineData("<script src='/v1'></script>", "Content Security Policy")]
    [InlineData("<img src='http://stranger.localhost:9/picture.png' alt=''>", "Content Security Policy")]
    [InlineData("<iframe src='{service}/no-such-page'></iframe>", "404")]
    public async Task What_goes_wrong_in_a_page_is_noticed(string lines, string? noticed)
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.GoToAsync(browser.Portal.PageWith(lines.Replace("{service}", browser.Service.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)));
        var faults = await visitor.FaultsAsync();
        if (noticed is null)
            Assert.Empty(faults);
        else
            Assert.Contains(faults, fault => fault.Contains(noticed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_to_strangers_are_noticed()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.Page.RouteAsync("http://stranger.example/", route => route.FulfillAsync(new() { Body = "Words" }));
        await visitor.GoToAsync("http://stranger.example/");
        Assert.Equal(["A request to a stranger: http://stranger.example/"], await visitor.FaultsAsync());
    }

    [Fact]
    public async Task Cookies_are_noticed()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.GoToAsync(browser.Portal.PageWith("<p>Words</p>"));
        await visitor.Page.EvaluateAsync("() => { document.cookie = 'seen=1'; }");
        Assert.Equal(["A cookie: seen of portal.localhost"], await visitor.FaultsAsync());
    }

    [Fact]
    public async Task What_does_not_fit_is_noticed()
    {
        await using var visitor = await browser.VisitorAsync(new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await visitor.GoToAsync(browser.Portal.PageWith("<p>Words</p>"));
        Assert.Empty(await visitor.Page.MainFrame.OverflowingAsync());
        await visitor.Page.EvaluateAsync("() => { const p = document.querySelector('p'); p.textContent = 'w'.repeat(99); p.style.fontSize = '20px'; }");
        Assert.Contains(await visitor.Page.MainFrame.OverflowingAsync(), fault => fault.StartsWith("beyond 320: p.", StringComparison.Ordinal));
        Assert.Equal(["wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww: 20px, then 20px"], await visitor.Page.MainFrame.DoubleTextAsync());
        await visitor.Page.EvaluateAsync("() => { document.querySelector('p').style.overflow = 'hidden'; }");
        Assert.Contains(await visitor.Page.MainFrame.OverflowingAsync(), fault => fault.StartsWith("cut off: p.", StringComparison.Ordinal));
    }
}
