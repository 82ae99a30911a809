using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace UpperBack.Api.Pages;

/// <summary>Registers the renderer of the pages.</summary>
internal static class PageServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddDataProtection().AddKeyManagementOptions(keys =>
        {
            keys.XmlRepository = new InMemoryXmlRepository();
            keys.XmlEncryptor = new NullXmlEncryptor();
        });
        return services;
    }
}
