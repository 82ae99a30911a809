using Microsoft.AspNetCore.Components;

namespace UpperBack.Api.Pages;

/// <summary>A page of the service: it knows where the service is.</summary>
public abstract class ServicePage : ComponentBase
{
    /// <summary>Scheme, host and path base of the service.</summary>
    [Parameter, EditorRequired] public required string BaseUrl { get; set; }

    /// <summary>The path base alone, to put before paths.</summary>
    [Parameter, EditorRequired] public required string PathBase { get; set; }
}
