using Microsoft.AspNetCore.Mvc;
using UpperBack.Content.Collections;

namespace UpperBack.Api.Infrastructure.Endpoints;

/// <summary>
/// The declaration of one operation: its route, scope, parameters and responses. It is the endpoint's metadata; the pipeline and
/// the OpenAPI document read the same declaration.
/// </summary>
internal sealed class Operation
{
    /// <summary>The media type of JSON, which most operations respond with.</summary>
    public const string Json = "application/json";

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];
    private readonly SortedDictionary<int, ResponseDeclaration> responses = [];

    /// <summary>The route patterns; usually one.</summary>
    public string[] Patterns { get; private set; } = [];

    /// <summary>The HTTP methods.</summary>
    public string[] Methods { get; private set; } = [];

    /// <summary>The name that generated clients use. Empty for what the OpenAPI document leaves out.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The group in the OpenAPI document.</summary>
    public string Tag { get; private set; } = "";

    /// <summary>One line about the operation.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>What a caller has to know beyond the summary.</summary>
    public string Description { get; private set; } = "";

    /// <summary>The collection that the operation is about. Null for operations on the whole catalogue and others.</summary>
    public Collection? Collection { get; init; }

    /// <summary>Whether a key is required.</summary>
    public bool RequiresKey { get; private set; }

    /// <summary>The scope that the key must have. Null when none is required.</summary>
    public string? RequiredScope { get; private set; }

    /// <summary>The scope with which the response has more than without a key. Null when a key changes nothing.</summary>
    public string? OptionalScope { get; private set; }

    /// <summary>The media types of the response, the default first. Empty when the Accept header plays no part.</summary>
    public IReadOnlyList<string> MediaTypes { get; private set; } = [];

    /// <summary>The parameters in path, query and headers.</summary>
    public IReadOnlyList<RequestParameter> Parameters { get; private set; } = [];

    /// <summary>Whether parameters that are not declared are ignored. Otherwise they are faults.</summary>
    public bool IgnoresUnknownParameters { get; private set; }

    /// <summary>The body of the request. Null when none is read.</summary>
    public BodyDeclaration? Body { get; private set; }

    /// <summary>The responses that are particular to the operation, by status.</summary>
    public IReadOnlyDictionary<int, ResponseDeclaration> Responses => responses;

    /// <summary>How responses are cached on the server. Null when they are not.</summary>
    public OutputCacheMetadata? OutputCache { get; private set; }

    /// <summary>Declares a GET; HEAD comes with it.</summary>
    public Operation Get(params string[] patterns) => Route(patterns, ReadMethods);

    /// <summary>Declares a POST.</summary>
    public Operation Post(string pattern) => Route([pattern], HttpMethods.Post);

    /// <summary>Declares a PUT.</summary>
    public Operation Put(string pattern) => Route([pattern], HttpMethods.Put);

    /// <summary>Declares a PATCH.</summary>
    public Operation Patch(string pattern) => Route([pattern], HttpMethods.Patch);

    /// <summary>Declares a DELETE.</summary>
    public Operation Delete(string pattern) => Route([pattern], HttpMethods.Delete);

    /// <summary>Names the operation in the OpenAPI document. Without a name it is left out there.</summary>
    public Operation Named(string id, string tag)
    {
        (Id, Tag) = (id, tag);
        return this;
    }

    /// <summary>Describes the operation to API users.</summary>
    public Operation Describe(string summary, string description = "")
    {
        (Summary, Description) = (summary, description);
        return this;
    }

    /// <summary>Requires a key, whatever its scopes.</summary>
    public Operation RequireKey()
    {
        RequiresKey = true;
        return this;
    }

    /// <summary>Responds to a key with a scope with more than to everybody.</summary>
    public Operation ShowsMoreWith(string scope)
    {
        OptionalScope = scope;
        return this;
    }

    /// <summary>Requires a key with a scope: 401 without a key, 403 without the scope.</summary>
    public Operation RequireScope(string scope)
    {
        (RequiresKey, RequiredScope) = (true, scope);
        return Problems(StatusCodes.Status403Forbidden);
    }

    /// <summary>Reads a body of a type, in one of these media types, the usual one first.</summary>
    /// <param name="type">What the body holds.</param>
    /// <param name="mostBytes">The largest body; a larger one is answered 413.</param>
    /// <param name="mediaTypes">The media types.</param>
    public Operation Accepts(Type type, long mostBytes, params string[] mediaTypes)
    {
        Body = new(type, mostBytes, mediaTypes);
        return Problems(StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>Reads a document of a type.</summary>
    public Operation AcceptsDocument(Type type)
    {
        Accepts(type, RequestBody.DocumentBytes, Json);
        Body = Body! with { Schema = source => source.Input(type) };
        return this;
    }

    /// <summary>Reads a merge patch (RFC 7396) to a document of a type.</summary>
    public Operation AcceptsPatch(Type type)
    {
        Accepts(type, RequestBody.DocumentBytes, RequestBody.MergePatch, Json);
        Body = Body! with { Schema = source => source.Patch(type) };
        return this;
    }

    /// <summary>Responds with JSON.</summary>
    public Operation Returns<T>(int status = StatusCodes.Status200OK) => Returns(typeof(T), status);

    /// <summary>Responds with JSON.</summary>
    public Operation Returns(Type type, int status = StatusCodes.Status200OK) => Returns(status, new ResponseContent(Json) { Type = type });

    /// <summary>Responds with text or bytes that are no JSON.</summary>
    /// <param name="mediaType">The media type.</param>
    /// <param name="description">What is in it.</param>
    public Operation ReturnsFile(string mediaType, string description) =>
        Returns(StatusCodes.Status200OK, new ResponseContent(mediaType) { Description = description });

    /// <summary>Responds with a content; the first that is declared is the default.</summary>
    public Operation Returns(int status, ResponseContent content)
    {
        var there = responses.GetValueOrDefault(status) ?? new ResponseDeclaration();
        responses[status] = there with { Contents = [.. there.Contents, content] };
        if (!MediaTypes.Contains(content.MediaType))
            MediaTypes = [.. MediaTypes, content.MediaType];
        return this;
    }

    /// <summary>Responds without a body.</summary>
    public Operation ReturnsNothing(int status = StatusCodes.Status204NoContent)
    {
        responses.TryAdd(status, new ResponseDeclaration());
        MediaTypes = [Json];
        return this;
    }

    /// <summary>Also takes an Accept header with another media type for the default content.</summary>
    public Operation AlsoAcceptable(string mediaType)
    {
        MediaTypes = [.. MediaTypes, mediaType];
        return this;
    }

    /// <summary>Describes a response in place of the usual text for its status.</summary>
    public Operation DescribeResponse(int status, string description)
    {
        responses[status] = (responses.GetValueOrDefault(status) ?? new ResponseDeclaration()) with { Description = description };
        return this;
    }

    /// <summary>Declares the statuses of problems that are particular to the operation.</summary>
    public Operation Problems(params int[] statuses)
    {
        foreach (var status in statuses)
            responses.TryAdd(status, new ResponseDeclaration { Contents = [new ResponseContent(ProblemWriter.MediaType) { Type = typeof(Problem) }] });
        return this;
    }

    /// <summary>Responds 304 when If-None-Match matches.</summary>
    public Operation Conditional() => NoBody(StatusCodes.Status304NotModified);

    /// <summary>Responds 308 to a name that is not the slug.</summary>
    public Operation Redirects() => NoBody(StatusCodes.Status308PermanentRedirect);

    /// <summary>Caches public responses on the server until a collection changes that they depend on.</summary>
    /// <param name="perOrigin">Whether responses hold absolute addresses, so that each host has its own.</param>
    public Operation CacheUntilCatalogueChanges(bool perOrigin = false)
    {
        OutputCache = new(perOrigin);
        return Conditional();
    }

    /// <summary>Ignores parameters that are not declared, such as those that a campaign adds to the address of a page.</summary>
    public Operation IgnoreUnknownParameters()
    {
        IgnoresUnknownParameters = true;
        return this;
    }

    /// <summary>Reads the parameters off the request type. Called once, when the endpoint is mapped.</summary>
    public Operation Bind(Type request)
    {
        Parameters = RequestParameters.Of(request, Collection);
        return this;
    }

    /// <summary>Adds the declaration, and what the framework reads off its own metadata, to an endpoint.</summary>
    public void AddTo(EndpointBuilder endpoint)
    {
        endpoint.Metadata.Add(this);
        // FastEndpoints maps each method by itself. One endpoint for GET and HEAD takes half the time at the start.
        endpoint.Metadata.Add(new HttpMethodMetadata(Methods));
        if (Body is { } body)
            endpoint.Metadata.Add(new RequestSizeLimitAttribute(body.MostBytes));
        if (Id.Length == 0)
            endpoint.Metadata.Add(new ExcludeFromDescriptionAttribute());
    }

    private Operation NoBody(int status)
    {
        responses.TryAdd(status, new ResponseDeclaration());
        return this;
    }

    private Operation Route(string[] patterns, params string[] methods)
    {
        (Patterns, Methods) = (patterns, methods);
        return this;
    }
}
