using System.Text;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>The OpenAPI document as it is served and checked in. It only depends on the build, so it is written once.</summary>
internal sealed class OpenApiText(IServiceProvider services)
{
    private readonly Lazy<Task<byte[]>> bytes = new(() => WriteAsync(services));

    public Task<byte[]> BytesAsync() => bytes.Value;

    private static async Task<byte[]> WriteAsync(IServiceProvider services)
    {
        var document = await services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(OpenApiSetup.DocumentName);
        await using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return Encoding.UTF8.GetBytes(text + "\n");
    }
}
