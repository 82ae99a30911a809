using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>axe-core, as its package carries it, in every page of a visitor.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'], iframes: false });
          return found.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
        }
        """;

    /// <summary>Has axe-core in every page that is opened from now on, the way a debugger brings it: policies of the pages stay as they are.</summary>
    public static Task PrepareAsync(IPage page) => page.AddInitScriptAsync(Axe);

    /// <summary>What axe-core objects to in a page or in one frame of it, in both themes.</summary>
    /// <param name="page">The page, which has been prepared.</param>
    /// <param name="frame">The frame to look at; null for the page itself.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, IFrame? frame = null)
    {
        frame ??= page.MainFrame;
        var faults = new List<string>();
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            faults.AddRange((await frame.EvaluateAsync<string[]>(Run)).Select(fault => $"{frame.Url} ({theme}) {fault}"));
        }

        return faults;
    }

    /// <summary>Visits pages one after the other, on none of which axe-core may find anything.</summary>
    public static async Task AreAccessible(this Visitor visitor, IEnumerable<string> addresses)
    {
        await PrepareAsync(visitor.Page);
        var faults = new List<string>();
        foreach (var address in addresses)
        {
            await visitor.GoToAsync(address);
            faults.AddRange(await FaultsAsync(visitor.Page));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
