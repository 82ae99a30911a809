using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace UpperBack.Api.Tests.Browser;

/// <summary>
/// Somebody who looks at pages: a window of their own, which remembers nothing of other visitors, and what went wrong
/// behind it: errors in the console (broken content security policies among them), requests to strangers, cookies.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> faults = [];

    private Visitor(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <param name="context">The browser's context for this visitor.</param>
    /// <param name="known">The origins that may be asked for something.</param>
    public static async Task<Visitor> AtAsync(IBrowserContext context, params Uri[] known)
    {
        var visitor = new Visitor(context, await context.NewPageAsync());
        context.Console += (_, message) => visitor.Note(message.Type is "error" or "warning", $"{message.Type} in the console: {message.Text} ({message.Location})");
        context.WebError += (_, error) => visitor.Note(true, $"An error in a script: {error.Error}");
        context.Request += (_, request) => visitor.Note(IsStrange(new(request.Url)), $"A request to a stranger: {request.Url}");
        context.RequestFailed += (_, request) => visitor.Note(true, $"A request failed: {request.Url} {request.Failure}");
        return visitor;

        bool IsStrange(Uri asked) => asked.Scheme is not ("data" or "blob" or "about") && !known.Any(origin => asked.Authority == origin.Authority);
    }

    /// <summary>Goes to a page, which has to answer, and waits until it has loaded all that belongs to it.</summary>
    public async Task GoToAsync(string address) => Assert.NotNull(await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load }));

    /// <summary>Waits until a picture is drawn, and at least so many pixels high.</summary>
    public async Task SeesAsync(ILocator picture, double atLeast = 1)
    {
        await picture.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(picture).ToBeVisibleAsync();
        await Page.WaitForFunctionAsync("picture => picture instanceof SVGElement || (picture.complete && picture.naturalWidth > 0)", await picture.ElementHandleAsync());
        var height = (await picture.BoundingBoxAsync())!.Height;
        Assert.True(height >= atLeast, $"A picture is {height} pixels high.");
    }

    /// <summary>What went wrong so far; asking forgets it.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        // What happened before this question has been told when it is answered.
        await Page.EvaluateAsync("() => 0");
        foreach (var cookie in await context.CookiesAsync())
            faults.Enqueue($"A cookie: {cookie.Name} of {cookie.Domain}");
        var found = faults.ToArray();
        faults.Clear();
        return found;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Note(bool isFault, string fault)
    {
        if (isFault)
            faults.Enqueue(fault);
    }
}
