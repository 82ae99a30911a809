namespace UpperBack.Api.Tests.Fixtures;

/// <summary>Holds every answer that passes through against the OpenAPI document, so that each test checks it without a word.</summary>
internal sealed class SchemaCheckingHandler(ServedContract contract) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var faults = contract.FaultsOf(
            request.Method.Method, request.RequestUri!, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
        Assert.True(faults.Count == 0, $"{request.Method} {request.RequestUri} answers what /openapi.json does not describe:\n{string.Join('\n', faults)}\n{body}");
        return response;
    }
}
