using System.Globalization;
using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>Being led through a routine.</summary>
[Collection<BrowserTests>]
public sealed class FollowAlongTests(BrowserFixture browser)
{
    private static readonly DateTime Start = new(2026, 12, 1, 8, 30, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_routine_leads_through_every_hold_and_names_its_side()
    {
        await using var visitor = await browser.VisitorAsync();
        var page = await Timed(visitor, "/embed/routines/evening-stretches");
        var holds = new List<string>();
        while (await Text(page, "progress") is var progress && progress != "That was the last exercise.")
        {
            var (task, announced) = (await Text(page, "task"), await Text(page, "announcement"));
            if (task.EndsWith(": Hold", StringComparison.Ordinal))
            {
                holds.Add(progress);
                Assert.Contains("30 seconds", announced);
                Assert.Equal(progress.Contains("left side", StringComparison.Ordinal), announced.Contains("left side", StringComparison.Ordinal));
                Assert.Equal(progress.Contains("right side", StringComparison.Ordinal), announced.Contains("right side", StringComparison.Ordinal));
            }

            // A new exercise waits until the person is in place; after that one thing follows the other by itself.
            if (await page.Locator("[data-action=pause]").InnerTextAsync() == "Start the timer")
                await page.Locator("[data-action=pause]").ClickAsync();
            var clock = TimeSpan.ParseExact(await Text(page, "clock"), @"m\:ss", CultureInfo.InvariantCulture);
            Assert.Equal(task.EndsWith(": Hold", StringComparison.Ordinal) ? 30 : 5, clock.TotalSeconds);
            await page.Clock.FastForwardAsync((long)clock.TotalMilliseconds - 1000);
            Assert.Equal(("0:01", task), (await Text(page, "clock"), await Text(page, "task")));
            await page.Clock.FastForwardAsync(1000);
        }

        Assert.Equal(
            [
                "Exercise 1 of 3, set 1 of 3, left side", "Exercise 1 of 3, set 1 of 3, right side",
                "Exercise 1 of 3, set 2 of 3, left side", "Exercise 1 of 3, set 2 of 3, right side",
                "Exercise 1 of 3, set 3 of 3, left side", "Exercise 1 of 3, set 3 of 3, right side",
                "Exercise 2 of 3, left side", "Exercise 2 of 3, right side", "Exercise 3 of 3",
            ],
            holds);
        Assert.Empty(await visitor.FaultsAsync());
    }

    [Fact]
    public async Task An_exercise_that_is_counted_waits_until_the_person_goes_on()
    {
        await using var visitor = await browser.VisitorAsync();
        var page = await Timed(visitor, "/embed/routines/desk-break");
        Assert.EndsWith(": 10 repetitions", await Text(page, "task"));
        await Assertions.Expect(page.Locator("[data-part=clock]")).ToBeHiddenAsync();
        await page.Clock.FastForwardAsync(600_000);
        Assert.StartsWith("Exercise 1 of 2", await Text(page, "progress"));
        await page.Locator("[data-action=next]").ClickAsync();
        Assert.StartsWith("Exercise 2 of 2", await Text(page, "progress"));
        await Assertions.Expect(page.Locator("[data-exercise=shoulder-blade-squeeze]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-exercise=chin-retraction]")).ToBeHiddenAsync();
        await page.Locator("[data-action=previous]").ClickAsync();
        Assert.StartsWith("Exercise 1 of 2", await Text(page, "progress"));
    }

    [Fact]
    public async Task Warning_signs_and_rules_to_stop_stay_in_sight()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.GoToAsync("/embed/routines/evening-stretches");
        await visitor.Page.Locator("[data-action=start]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".signs li").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".stops li").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_leads_through_a_routine()
    {
        await using var visitor = await browser.VisitorAsync();
        var page = await Timed(visitor, "/embed/routines/evening-stretches", isStarted: false);
        for (var presses = 0; presses < 60 && await Focused(page) != "start"; presses++)
            await page.Keyboard.PressAsync("Tab");
        Assert.Equal("start", await Focused(page));

        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("Exercise 1 of 3, set 1 of 3, left side", await Text(page, "progress"));
        await page.Keyboard.PressAsync("Space");
        await page.Clock.FastForwardAsync(10_000);
        Assert.Equal("0:20", await Text(page, "clock"));
        await page.Keyboard.PressAsync("Space");
        await page.Clock.FastForwardAsync(10_000);
        Assert.Equal("0:20", await Text(page, "clock"));
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("Exercise 1 of 3, set 1 of 3, right side", await Text(page, "progress"));
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("Exercise 1 of 3, set 1 of 3, left side", await Text(page, "progress"));

        foreach (var action in new[] { "pause", "next", "close" })
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal(action, await Focused(page));
        }

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-part=player]")).ToBeHiddenAsync();
        Assert.Equal("start", await Focused(page));
    }

    [Fact]
    public async Task The_screen_stays_on_until_the_end()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.Page.AddInitScriptAsync("""
            window.lit = 0;
            Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
              window.lit++;
              return Object.assign(new EventTarget(), { release: async () => { window.lit--; } });
            } } });
            """);
        await visitor.GoToAsync("/embed/routines/evening-stretches");
        await visitor.Page.Locator("[data-action=start]").ClickAsync();
        await visitor.Page.WaitForFunctionAsync("() => window.lit === 1");
        await visitor.Page.Locator("[data-action=close]").ClickAsync();
        await visitor.Page.WaitForFunctionAsync("() => window.lit === 0");
    }

    // The time stands still in the page unless the test lets it pass.
    private static async Task<IPage> Timed(Visitor visitor, string address, bool isStarted = true)
    {
        await visitor.Page.Clock.InstallAsync(new() { TimeDate = Start });
        await visitor.GoToAsync(address);
        await visitor.Page.Clock.PauseAtAsync(Start.AddHours(1));
        if (isStarted)
            await visitor.Page.Locator("[data-action=start]").ClickAsync();
        return visitor.Page;
    }

    private static async Task<string> Text(IPage page, string part) => (await page.Locator($"[data-part={part}]").TextContentAsync())!;

    // What has the focus, which has to be in the window and marked; its action, or what it is called.
    private static async Task<string> Focused(IPage page)
    {
        var (name, seen) = (await page.EvaluateAsync<string>("() => document.activeElement.dataset.action ?? document.activeElement.tagName"), await page.EvaluateAsync<bool>("""
            () => {
              const focused = document.activeElement;
              if (focused === document.body) return true;
              const box = focused.getBoundingClientRect();
              const { outlineStyle, outlineWidth } = getComputedStyle(focused);
              return box.width > 0 && box.bottom > 0 && box.top < innerHeight && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
            }
            """));
        Assert.True(seen, $"{name} has the focus and does not show it.");
        return name;
    }
}
