using System.CommandLine;

namespace UpperBack.Api.Cli;

/// <summary>openapi: prints the OpenAPI document that the service would serve.</summary>
internal static class OpenApiCommand
{
    public static Command Create()
    {
        var output = new Option<FileInfo?>("--output", "-o") { Description = "The file to write to. Default: standard output." };
        var command = new Command("openapi", "Prints the OpenAPI document; needs no database.") { output };
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var app = Program.ForDescription();
            var document = await app.Services.GetRequiredService<OpenApiText>().WholeAsync();
            await using var target = result.GetValue(output)?.Create() ?? Console.OpenStandardOutput();
            await target.WriteAsync(document, cancellationToken);
        });
        return command;
    }
}
