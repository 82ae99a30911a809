using System.Net;

namespace UpperBack.Api.Tests.Infrastructure.Caching;

/// <summary>Caches in front of the service: no caller gets the response of another language, media type or encoding.</summary>
public sealed class CachingProxyTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private static readonly (string Language, string Accept, string Encoding)[] Variants =
        [.. from language in new[] { "en", "de", "fr" }
            from accept in new[] { "application/json", "application/ld+json" }
            from encoding in new[] { "identity", "gzip", "br" }
            select (language, accept, encoding)];

    [Fact]
    public async Task Behind_nginx_variants_never_mix()
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database);
        await using var proxy = await CachingProxy.NginxAsync(service.Client.BaseAddress!);
        await VariantsAreKeptApart(proxy);
    }

    [Fact]
    public async Task Behind_Varnish_variants_never_mix()
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database);
        await using var proxy = await CachingProxy.VarnishAsync(service.Client.BaseAddress!);
        await VariantsAreKeptApart(proxy);
    }

    [Fact]
    public async Task Varnish_purges_by_the_names_in_the_surrogate_key()
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database);
        await using var proxy = await CachingProxy.VarnishAsync(service.Client.BaseAddress!);
        string[] paths = ["/v1/exercises/plank", "/v1/exercises?muscle=trapezius", "/v1/conditions"];
        foreach (var path in paths)
        {
            await CacheStatus(proxy, path);
            Assert.Equal("HIT", await CacheStatus(proxy, path));
        }

        using var purge = new HttpRequestMessage(new("PURGE"), "/") { Headers = { { "Surrogate-Key", "exercises" } } };
        Assert.Equal(HttpStatusCode.OK, (await proxy.Client.SendAsync(purge, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(["MISS", "MISS", "HIT"], [await CacheStatus(proxy, paths[0]), await CacheStatus(proxy, paths[1]), await CacheStatus(proxy, paths[2])]);
    }

    [Theory]
    [InlineData("/v1/exercises/plank", "Accept, Accept-Encoding, Accept-Language")]
    [InlineData("/v1/exercises", "Accept-Encoding, Accept-Language")]
    [InlineData("/v1/exercises/plank@1", "Accept, Accept-Encoding, Accept-Language, Authorization")]
    [InlineData("/v1/catalogue", "Accept, Accept-Encoding, Accept-Language")]
    public async Task There_is_one_Vary_header_with_its_names_in_order(string path, string expected)
    {
        await using var service = await ServiceInstance.StartAsync(filled.Database);
        foreach (var encoding in (string[])["identity", "br"])
        {
            // The first response is produced, the second comes from the response cache of the service, the third is a 304.
            using var first = await service.Get(path, null, ("Accept-Encoding", encoding));
            using var second = await service.Get(path, null, ("Accept-Encoding", encoding));
            using var third = await service.Get(path, null, ("Accept-Encoding", encoding), ("If-None-Match", first.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
            Assert.All([first, second, third], response => Assert.Equal(expected, Assert.Single(response.Headers.NonValidated["Vary"])));
        }
    }

    private static async Task VariantsAreKeptApart(CachingProxy proxy)
    {
        const string Path = "/v1/exercises/plank";
        var hits = 0;
        // Twice in each order, so that every variant is requested after each of the others has been cached.
        foreach (var variant in Variants.Concat(Variants.Reverse()).Concat(Variants))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Path);
            request.Headers.Add("Accept-Language", variant.Language);
            request.Headers.Add("Accept", variant.Accept);
            request.Headers.Add("Accept-Encoding", variant.Encoding);
            using var response = await proxy.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(variant.Language, Assert.Single(response.Content.Headers.ContentLanguage));
            Assert.Equal(variant.Accept, response.Content.Headers.ContentType?.MediaType);
            Assert.True(response.Content.Headers.ContentEncoding.All(encoding => encoding == variant.Encoding), $"{variant} got {string.Join(',', response.Content.Headers.ContentEncoding)}.");
            hits += response.Headers.TryGetValues("X-Cache", out var status) && status.Single() is "HIT" ? 1 : 0;
        }

        Assert.True(hits >= Variants.Length, $"Only {hits} responses came from the cache.");
    }

    private static async Task<string> CacheStatus(CachingProxy proxy, string path)
    {
        using var response = await proxy.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.GetValues("X-Cache").Single();
    }
}
