using System.Net;

namespace UpperBack.Api.Tests.Infrastructure.Pipeline;

public sealed class NegotiationTests(SmallApp app) : IClassFixture<SmallApp>
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("application/*")]
    [InlineData("*/*")]
    [InlineData("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8")]
    [InlineData("text/csv, application/json;q=0.1")]
    [InlineData("application/problem+json")]
    [InlineData("*/*;q=0, application/json")]
    public async Task An_Accept_header_that_lets_JSON_in_gets_it(string accept) =>
        Assert.Equal(HttpStatusCode.OK, (await app.Get("/v1/exercises", ("Accept", accept))).StatusCode);

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/*")]
    [InlineData("application/xml, text/html;q=0.5")]
    [InlineData("application/json;q=0, application/problem+json;q=0, */*")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    public async Task An_Accept_header_that_rules_JSON_out_answers_406_in_JSON(string accept) =>
        await (await app.Get("/v1/exercises", ("Accept", accept))).Problem(HttpStatusCode.NotAcceptable, "not-acceptable");

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("json")]
    [InlineData("text/html, image/gif, *; q=.2")]
    [InlineData("/;;,")]
    public async Task A_malformed_Accept_header_counts_as_none(string accept) =>
        Assert.Equal(HttpStatusCode.OK, (await app.Get("/v1/exercises", ("Accept", accept))).StatusCode);

    [Fact]
    public async Task A_problem_is_JSON_whatever_was_asked_for() =>
        await (await app.Get("/v1/exercise", ("Accept", "text/html"))).Problem(HttpStatusCode.NotFound, "unknown-path");
}
