using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>
/// The browser that the tests look with: the one that UPPERBACK_TEST_BROWSER names, else a Chromium of this machine. It
/// starts when a test first needs it. Without one the tests are skipped and say so; one that is named has to work.
/// </summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Variable = "UPPERBACK_TEST_BROWSER";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // It asks nobody but the pages under test for anything; root has no sandbox to run it in.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim turn = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The running browser.</summary>
    public async Task<IBrowser> StartedAsync()
    {
        var program = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Installed();
        Assert.SkipWhen(program is null, $"There is no browser: install Chromium, or name one with {Variable}.");
        await turn.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(30_000); // for a machine that has much else to do
            return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        turn.Dispose();
    }

    private static string? Installed() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in Names
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
