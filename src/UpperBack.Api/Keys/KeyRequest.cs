using FastEndpoints;

namespace UpperBack.Api.Keys;

/// <summary>The parameters of an operation on one key.</summary>
internal sealed class KeyRequest
{
    /// <summary>The id of the key.</summary>
    [RouteParam, Uuid]
    public string Id { get; set; } = "";
}
