using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace UpperBack.Api.Infrastructure.OpenApi;

/// <summary>Moves what several operations share under <c>components</c>, so that generated clients have one type for it: headers, responses, parameters.</summary>
internal sealed class SharedComponents : IDocumentFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        var operations = document.Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
        ShareHeaders(document, operations);
        ShareResponses(document, operations);
        ShareParameters(document, operations);
    }

    private static void ShareHeaders(OpenApiDocument document, IEnumerable<OpenApiOperation> operations)
    {
        foreach (var headers in operations.SelectMany(operation => operation.Responses!.Values).Select(response => response.Headers).OfType<IDictionary<string, IOpenApiHeader>>())
        {
            foreach (var (name, header) in headers.ToList())
            {
                var id = Pascal(name);
                if (document.Components?.Headers?.ContainsKey(id) is not true)
                    document.AddComponent(id, header);
                headers[name] = new OpenApiHeaderReference(id, document);
            }
        }
    }

    private static void ShareResponses(OpenApiDocument document, IEnumerable<OpenApiOperation> operations)
    {
        var shared = from operation in operations
                     from response in operation.Responses!
                     group operation by (Status: response.Key, Json: Json(response.Value)) into same
                     where same.Count() > 1 && same.Key.Status[0] is not '2'
                     select same;
        foreach (var same in shared.ToList())
        {
            var id = ReasonPhrases.GetReasonPhrase(int.Parse(same.Key.Status, System.Globalization.CultureInfo.InvariantCulture)).Replace(" ", "", StringComparison.Ordinal);
            document.AddComponent(id, same.First().Responses![same.Key.Status]);
            foreach (var operation in same)
                operation.Responses![same.Key.Status] = new OpenApiResponseReference(id, document);
        }
    }

    private static void ShareParameters(OpenApiDocument document, IEnumerable<OpenApiOperation> operations)
    {
        var shared = from operation in operations
                     from parameter in operation.Parameters!
                     group (operation, parameter) by (parameter.Name, Json: Json(parameter)) into same
                     where same.Count() > 1
                     orderby same.Count() descending
                     select same;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var same in shared.ToList())
        {
            // The most frequent parameter of a name has the plain id, others that of the group of their first operation before it.
            var plain = Pascal(same.Key.Name!);
            var id = ids.Add(plain) ? plain : Enumerable.Range(1, int.MaxValue)
                .Select(number => $"{Pascal(same.First().operation.Tags!.First().Name!)}{plain}{(number == 1 ? "" : $"{number}")}").First(ids.Add);
            document.AddComponent(id, same.First().parameter);
            foreach (var (operation, parameter) in same)
                operation.Parameters![operation.Parameters.IndexOf(parameter)] = new OpenApiParameterReference(id, document);
        }
    }

    private static string Json(IOpenApiSerializable element)
    {
        using var text = new StringWriter();
        element.SerializeAsV31(new OpenApiJsonWriter(text));
        return text.ToString();
    }

    private static string Pascal(string name) => new StringBuilder().AppendJoin("", name.Split('-', '.').Select(word => char.ToUpperInvariant(word[0]) + word[1..])).ToString();
}
