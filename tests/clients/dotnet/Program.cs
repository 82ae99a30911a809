using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using UpperBack.Client;
using UpperBack.Client.Models;
using static Checks;

if (args is not [var address, var key]) throw new ArgumentException("Give the address of the service and a key with the scope admin.");
var checks = new Checks(new Uri(address), key);

using var readerAdapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = address };
var reader = new UpperBackClient(readerAdapter);

using var http = KiotaClientFactory.Create();
http.DefaultRequestHeaders.Authorization = new("Bearer", key);
using var editorAdapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = address };
var editor = new UpperBackClient(editorAdapter);

await Part("list exercises with list parameters", async () =>
{
    var page = await reader.V1.Exercises.GetAsync(request =>
    {
        request.QueryParameters.Muscle = ["trapezius", "rhomboids"];
        request.QueryParameters.Level = [Level.Beginner];
    });
    Holds(page!.Items!.Count > 0 && page.Items.All(exercise => exercise.Level == Level.Beginner), "exercises for beginners");
    await SameAs(await checks.Raw("/v1/exercises?level=beginner&muscle=trapezius,rhomboids"), page);
});

await Part("get one exercise", async () =>
{
    var exercise = await reader.V1.Exercises["plank"].GetAsync();
    Holds(string.Equals(exercise!.Name, "plank", StringComparison.OrdinalIgnoreCase), "the name plank");
    await SameAs(await checks.Raw("/v1/exercises/plank"), exercise);
});

await Part("only some members", async () =>
{
    var exercise = await reader.V1.Exercises["plank"].GetAsync(request =>
        request.QueryParameters.Fields = [ExerciseField.Name, ExerciseField.Dosage]);
    Holds(exercise is { Name: not null, Slug: null }, "a name and no slug");
    await SameAs(await checks.Raw("/v1/exercises/plank?fields=name,dosage"), exercise);
});

await Part("a problem has a code", async () =>
{
    try
    {
        await reader.V1.Exercises["plankk"].GetAsync();
    }
    catch (Problem problem)
    {
        Holds(problem is { ResponseStatusCode: 404, Code: ProblemCode.UnknownDocument }, "404 and the code of the problem");
        return;
    }
    throw new InvalidOperationException("Expected: a problem");
});

await Part("search", async () =>
{
    var results = await reader.V1.Search.GetAsync(request =>
    {
        request.QueryParameters.Q = "slipped disc";
        request.QueryParameters.Collection = [CollectionName.Conditions, CollectionName.Exercises];
    });
    Holds(results!.Items![0].Collection == CollectionName.Conditions, "a condition first");
    await SameAs(await checks.Raw("/v1/search?collection=conditions,exercises&q=slipped%20disc"), results);
});

await Part("recommendations by GET and by POST", async () =>
{
    var byGet = await reader.V1.Recommendations.GetAsync(request =>
    {
        request.QueryParameters.Condition = ["poor-posture", "trapezius-tension"];
        request.QueryParameters.Minutes = 10;
    });
    Holds(byGet!.Items!.Count > 0, "exercises");
    await SameAs(await checks.Raw("/v1/recommendations?condition=poor-posture,trapezius-tension&minutes=10"), byGet);

    var byPost = await reader.V1.Recommendations.PostAsync(new RecommendationQuestion
    {
        Conditions = ["poor-posture"],
        Level = Level.Beginner,
    });
    await SameAs(await checks.Raw("/v1/recommendations", body: """{"conditions":["poor-posture"],"level":"beginner"}"""), byPost);
});

await Part("follow changes", async () =>
{
    var snapshot = await reader.V1.Catalogue.GetAsync();
    Holds(snapshot!.Documents > 0, "documents");
    var none = await reader.V1.Changes.GetAsync(request => request.QueryParameters.Since = snapshot.Token);
    Holds(none is { Changes.Count: 0, More: false }, "no changes since the snapshot");

    var page = await reader.V1.Changes.GetAsync(request =>
    {
        request.QueryParameters.Collection = [CollectionName.Exercises, CollectionName.Muscles];
        request.QueryParameters.Limit = 3;
    });
    Holds(page!.Changes!.Count == 3 && page.Changes.All(change => change.ExerciseChange is { Type: ChangeType.Upsert, Document.Level: not null }), "three exercises");
    await SameAs(await checks.Raw("/v1/changes?collection=exercises,muscles&limit=3"), page);
});

await Part("a picture", async () =>
{
    using var picture = await reader.V1.Exercises["plank"].FigureSvg.GetAsync(request => request.QueryParameters.Pose = "all");
    using var text = new StreamReader(picture!);
    Holds(await text.ReadToEndAsync() == await checks.Raw("/v1/exercises/plank/figure.svg?pose=all"), "the same SVG");
});

await Part("change a document with If-Match, and discard the draft", async () =>
{
    var plank = editor.V1.Exercises["plank"];
    var headers = new HeadersInspectionHandlerOption { InspectResponseHeaders = true };
    await plank.GetAsync(request =>
    {
        request.QueryParameters.Draft = true;
        request.Options.Add(headers);
    });
    var etag = headers.ResponseHeaders["ETag"].Single();

    var headersOfDraft = new HeadersInspectionHandlerOption { InspectResponseHeaders = true };
    var saved = await plank.PatchAsync(
        new ExercisePatch { Summary = "You hold the body straight on forearms and toes." },
        request =>
        {
            request.Headers.Add("If-Match", etag);
            request.Options.Add(headersOfDraft);
        });
    Holds(saved is { State: EditState.Draft, Document.Level: not null }, "a draft of an exercise");
    var tagOfDraft = headersOfDraft.ResponseHeaders["ETag"].Single();
    Holds(tagOfDraft != etag, "another ETag");
    var draft = await plank.GetAsync(request => request.QueryParameters.Draft = true);
    await SameAs(await checks.Raw("/v1/exercises/plank?draft=true", withKey: true), draft);

    var discarded = await plank.Draft.DeleteAsync(request => request.Headers.Add("If-Match", tagOfDraft));
    Holds(discarded!.State == EditState.Published, "the published state");
});
