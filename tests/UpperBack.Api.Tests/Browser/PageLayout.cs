using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>Whether what a page shows can be read without scrolling to and fro.</summary>
internal static class PageLayout
{
    private const string Overflowing = """
        () => {
          const named = element => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${element.textContent.trim().slice(0, 40)}"`;
          const seen = [...document.body.querySelectorAll('*')].filter(element => element.getClientRects().length && !element.closest('svg *'));
          const right = element => { const box = element.getBoundingClientRect(); return Math.max(box.right, box.left + element.scrollWidth); };
          const wide = document.scrollingElement.scrollWidth > innerWidth
            ? seen.filter(element => right(element) > innerWidth + 1 && ![...element.children].some(child => right(child) > innerWidth + 1))
              .map(element => [element, `beyond ${innerWidth}`])
            : [];
          const cut = seen.filter(element => getComputedStyle(element).overflowX !== 'visible'
            && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1).map(element => [element, 'cut off']);
          return [...wide, ...cut].map(([element, fault]) => `${fault}: ${named(element)}`);
        }
        """;

    private const string Sizes = """
        () => {
          const sizes = new Map();
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const { parentElement: holder, textContent: text } = texts.currentNode;
            if (text.trim() && holder.getClientRects().length && !holder.closest('svg'))
              sizes.set(text.trim().slice(0, 40), parseFloat(getComputedStyle(holder).fontSize));
          }
          return Object.fromEntries(sizes);
        }
        """;

    /// <summary>What stands beyond the right edge of a window that scrolls sideways, or at the edge of its box, where it is cut off or has to be scrolled.</summary>
    public static async Task<IReadOnlyList<string>> OverflowingAsync(this IFrame frame) => await frame.EvaluateAsync<string[]>(Overflowing);

    /// <summary>Sets text at twice its size, as a reader does whose browser has larger letters, and tells which text stayed smaller.</summary>
    public static async Task<IReadOnlyList<string>> DoubleTextAsync(this IFrame frame)
    {
        var before = await frame.EvaluateAsync<Dictionary<string, double>>(Sizes);
        Assert.NotEmpty(before);
        await frame.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        var after = await frame.EvaluateAsync<Dictionary<string, double>>(Sizes);
        // Headings that fill a phone already need not grow so far that a word no longer fits.
        return [.. before.Where(text => after[text.Key] < Math.Min(text.Value * 2, 32) - 0.1).Select(text => $"{text.Key}: {text.Value}px, then {after[text.Key]}px")];
    }

    /// <summary>How bright the paper of a page is, from 0 to 1.</summary>
    public static Task<double> BrightnessAsync(this IFrame frame) => frame.EvaluateAsync<double>(
        "() => getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765");
}
