using Microsoft.AspNetCore.Routing.Patterns;
using UpperBack.Content;

namespace UpperBack.Api.Infrastructure.Problems;

/// <summary>Finds the mapped path nearest to one that is not, by walking the routes segment by segment.</summary>
internal sealed class PathSuggestions(EndpointDataSource endpoints)
{
    // The routes are complete when the first request comes, not when this is made.
    private readonly Lazy<Node> _routes = new(() => Tree(endpoints));

    /// <summary>The nearest mapped path, or null when nothing is near.</summary>
    public string? For(PathString path)
    {
        var segments = path.ToString().Split('/', StringSplitOptions.RemoveEmptyEntries);
        var nearest = Walk(_routes.Value, segments);
        if (nearest.Count == 0) nearest = WithoutPrefix(segments);
        return nearest.Count == 0 ? null : new PathString("/" + string.Join('/', nearest)).ToUriComponent();
    }

    // "/exercises", written by someone who forgot "/v1". A parameter would take any word, so the first has to be a name.
    private List<string> WithoutPrefix(string[] segments) => _routes.Value.Literals
        .Where(prefix => segments.Length > 0 && Nearest.To(segments[0], prefix.Value.Literals.Keys) is not null)
        .Select(prefix => (Prefix: prefix.Key, Path: Walk(prefix.Value, segments)))
        .Where(candidate => candidate.Path.Count > 0)
        .Select(candidate => candidate.Path.Prepend(candidate.Prefix).ToList())
        .FirstOrDefault() ?? [];

    // Mends each segment that no route has, and cuts the path after the last point at which there is a route.
    private static List<string> Walk(Node node, string[] segments)
    {
        var (walked, reachable) = (new List<string>(), 0);
        foreach (var segment in segments)
        {
            if (Nearest.To(segment, node.Literals.Keys) is { } literal)
            {
                node = node.Literals[literal];
                walked.Add(literal);
            }
            else if (node.Parameter is { } parameter)
            {
                node = parameter;
                walked.Add(segment);
            }
            else
            {
                break;
            }

            if (node.IsRoute) reachable = walked.Count;
        }

        return walked[..reachable];
    }

    private static Node Tree(EndpointDataSource endpoints)
    {
        var root = new Node();
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => IsRead(endpoint) && endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is null))
        {
            endpoint.RoutePattern.PathSegments.Aggregate(root, static (node, segment) => node.Child(segment)).IsRoute = true;
        }

        return root;
    }

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods ||
        methods.Contains(HttpMethods.Get);

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.OrdinalIgnoreCase);
        public Node? Parameter { get; private set; }
        public bool IsRoute { get; set; }

        public Node Child(RoutePatternPathSegment segment)
        {
            if (segment is not { IsSimple: true, Parts: [RoutePatternLiteralPart literal] }) return Parameter ??= new();
            if (!Literals.TryGetValue(literal.Content, out var child)) Literals[literal.Content] = child = new();
            return child;
        }
    }
}
