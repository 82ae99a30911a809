using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>What stands in the frame of an embed.</summary>
internal static class EmbeddedFrame
{
    /// <summary>The page in the frame of the first such element, once it is there.</summary>
    public static async Task<IFrame> EmbeddedAsync(this IPage page, string element)
    {
        var frame = page.Locator(element).Locator("iframe").First;
        await frame.ScrollIntoViewIfNeededAsync(); // what is further down is loaded only then
        var content = (await (await frame.ElementHandleAsync()).ContentFrameAsync())!;
        await content.Locator("h1").WaitForAsync();
        return content;
    }

    /// <summary>Waits until a frame is as tall as its page, and no taller, so that it has no scroll bar of its own.</summary>
    public static Task FitsAsync(this IFrame frame) => frame.WaitForFunctionAsync(
        "() => document.documentElement.scrollHeight <= innerHeight && innerHeight - document.body.getBoundingClientRect().height < 2",
        null,
        new() { PollingInterval = 50 });
}
