using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using UpperBack.Tests;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(TestProgress))]
[assembly: ReportProgress]

namespace UpperBack.Tests;

/// <summary>Says every ten seconds how many tests have ended, and which of the others have been running for longer than that.</summary>
public sealed class TestProgress : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<string, (string Name, long Started)> Running = [];
    private static int ended;

    private readonly long started = Stopwatch.GetTimestamp();
    private readonly Timer timer;

    public TestProgress() => timer = new(_ => Report(), null, Interval, Interval);

    internal static void Begin(IXunitTest test) => Running[test.UniqueID] = (test.TestDisplayName, Stopwatch.GetTimestamp());

    internal static void End(IXunitTest test)
    {
        if (Running.TryRemove(test.UniqueID, out _))
            Interlocked.Increment(ref ended);
    }

    public void Dispose() => timer.Dispose();

    private void Report()
    {
        var slow = Running.Values.Select(test => (test.Name, Elapsed: Stopwatch.GetElapsedTime(test.Started))).Where(test => test.Elapsed > Interval)
            .OrderByDescending(test => test.Elapsed).Select(test => $"\n  running for {test.Elapsed.TotalSeconds:0} s: {test.Name}");
        TestContext.Current.SendDiagnosticMessage("{0} tests in {1:0} s{2}", ended, Stopwatch.GetElapsedTime(started).TotalSeconds, string.Concat(slow));
    }
}

/// <summary>Tells <see cref="TestProgress"/> of every test.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ReportProgressAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => TestProgress.Begin(test);

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => TestProgress.End(test);
}
