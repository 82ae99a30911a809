using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using UpperBack.Api.Collections;
using UpperBack.Api.Http;
using UpperBack.Content.Collections;
using UpperBack.Content.Documents;

namespace UpperBack.Benchmarks;

/// <summary>From the text of a query to what is asked of the store.</summary>
[MemoryDiagnoser]
public class Querying
{
    private readonly Collection exercises = CollectionRegistry.Get("exercises");
    private readonly DefaultHttpContext context = new();

    /// <summary>The query.</summary>
    [Params("", "?kind=stretch", "?muscle=trapezius,rhomboids&level=beginner&repetitions.gte=5&sort=-level,name&facets=kind,equipment&limit=20")]
    public string Text { get; set; } = "";

    /// <summary>Puts the query into a request.</summary>
    [GlobalSetup]
    public void Ask() => context.Request.QueryString = new(Text);

    /// <summary>Reads it by the grammar of lists.</summary>
    [Benchmark]
    public object Read()
    {
        // Each request parses its query anew.
        context.Request.QueryString = new(Text);
        return ListRequest.Read(new QueryReader(context.Request.Query), exercises, Language.En);
    }

    /// <summary>Brings it into the form that equal questions share.</summary>
    [Benchmark]
    public string Canonical() => CanonicalQuery.Of(context.Request);
}
