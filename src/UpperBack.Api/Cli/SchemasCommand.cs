using System.CommandLine;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Store.Writing;

namespace UpperBack.Api.Cli;

/// <summary>schemas: writes the JSON Schemas of the documents, for editors of seed-data.</summary>
internal static class SchemasCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "A folder like seed-data; the schemas go into its folder schemas." };
        var command = new Command("schemas", "Writes the JSON Schema of each kind of document; needs no database.") { folder };
        command.SetAction(async (result, cancellationToken) =>
        {
            var target = Directory.CreateDirectory(Path.Combine(result.GetRequiredValue(folder).FullName, DocumentFolder.SchemasFolder)).FullName;
            await using var app = Program.ForDescription();
            foreach (var (name, schema) in JsonSchemas.From(app.Services.GetRequiredService<ISchemaGenerator>()))
                await File.WriteAllTextAsync(Path.Combine(target, name), schema, cancellationToken);
        });
        return command;
    }
}
