using System.Diagnostics;

namespace UpperBack.Api.Tests.Fixtures;

public sealed class PostgresHostTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=somebody;Password=secret", "127.0.0.1:1")] // nothing listens there
    [InlineData("127.0.0.1;Port", "no server")] // not a connection string
    public async Task A_named_server_that_does_not_answer_fails_at_once_and_the_message_says_what_to_do(string named, string address)
    {
        var watch = Stopwatch.StartNew();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PostgresHost.NamedAsync(named));

        string[] said = [$"{PostgresHost.Variable} names {address}", "Start that server", "name another one", "unset the variable"];
        Assert.All(said, part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }
}
