using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>Says what each group of operations is about.</summary>
internal sealed class Tags : IDocumentFilter
{
    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        document.Tags = new HashSet<OpenApiTag>(
        [
        .. CollectionRegistry.All.Select(collection => new OpenApiTag { Name = collection.Name, Description = collection.Description }),
        new() { Name = "search", Description = "Every collection at once." },
        new() { Name = "recommendations", Description = "Exercises for chosen conditions, with reasons, and when to see someone instead." },
        new() { Name = "embed", Description = "Pages to put into other pages, and how." },
        new() { Name = "changes", Description = "To keep a copy up to date: everything at once, and what has changed since." },
        new() { Name = "pictures", Description = "Drawings for people to look at: SVG with title, description and legend, without script." },
        new() { Name = "webhooks", Description = "Have an address told what changes, in signed messages." },
        new() { Name = "catalogue", Description = "What there is to ask for." },
        new() { Name = "keys", Description = "Who may do more than read what is published." },
        new() { Name = "audit", Description = "Who did what, when." },
        new() { Name = "health", Description = "Whether the service is up." },
        ]);
    }
}
