using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using UpperBack.Api.Documents;
using UpperBack.Api.Infrastructure.Binding;
using UpperBack.Api.Infrastructure.Caching;
using UpperBack.Content.Collections;

namespace UpperBack.Benchmarks;

/// <summary>From the text of a query to what is asked of the store.</summary>
[MemoryDiagnoser]
public class Querying
{
    private static readonly Collection Exercises = CollectionRegistry.Get("exercises");
    private static readonly IReadOnlyList<RequestParameter> Parameters = RequestParameters.Of(typeof(ListDocumentsRequest), Exercises);
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
        var request = new ListDocumentsRequest();
        Parameters.Bind(request, new ParameterReader(context));
        return ListQuery.Of(request, Exercises);
    }

    /// <summary>Brings it into the form that equal questions share.</summary>
    [Benchmark]
    public string Canonical() => CanonicalQuery.Of(context.Request);
}
