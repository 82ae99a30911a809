using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>The OpenAPI document as it is served and checked in. It depends only on the build, so it is written once.</summary>
internal sealed class OpenApiText(IServiceProvider services)
{
    private readonly Lazy<Task<byte[]>> whole = new(() => WriteAsync(services));
    private byte[]? publicPart;

    private static ReadOnlySpan<byte> RootServer => "\"url\": \"/\""u8;

    /// <summary>The whole document.</summary>
    public Task<byte[]> WholeAsync() => whole.Value;

    /// <summary>The operations that need no key, with the components that they use.</summary>
    public async Task<byte[]> PublicPartAsync()
    {
        var document = JsonNode.Parse(await WholeAsync())!.AsObject();
        return publicPart ??= Encoding.UTF8.GetBytes(PublicOperations.Keep(document).ToJsonString(DocumentJson.Indented) + "\n");
    }

    /// <summary>The document of a service under a path base, which its server names.</summary>
    public static byte[] Under(string pathBase, byte[] document)
    {
        if (pathBase.Length == 0)
            return document;
        var server = document.AsSpan().IndexOf(RootServer);
        return [.. document.AsSpan(0, server), .. Encoding.UTF8.GetBytes($"\"url\": {JsonSerializer.Serialize(pathBase)}"), .. document.AsSpan(server + RootServer.Length)];
    }

    private static async Task<byte[]> WriteAsync(IServiceProvider services)
    {
        var document = await services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(OpenApiSetup.DocumentName);
        await using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return Encoding.UTF8.GetBytes(text + "\n");
    }
}
