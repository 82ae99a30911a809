using System.Globalization;
using System.Text;

namespace UpperBack.Api.Tests.Schedules;

/// <summary>An iCalendar file as RFC 5545 says to read it, by nothing that wrote it.</summary>
internal sealed class CalendarFile
{
    private static readonly string[] DayCodes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private readonly List<(string Component, string Name, string Parameters, string Value)> lines = [];

    public CalendarFile(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var open = new Stack<string>();
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (head, value) = (line[..colon].Split(';', 2), line[(colon + 1)..]);
            if (head[0] is "BEGIN")
                open.Push(value);
            if (head[0] is "END")
                Assert.Equal(open.Pop(), value);
            else
                lines.Add((string.Join('/', open.Reverse()) + (open.Peek() is "VEVENT" ? Of("VCALENDAR/VEVENT", "BEGIN").Count + (head[0] is "BEGIN" ? 1 : 0) : ""), head[0], head.ElementAtOrDefault(1) ?? "", value));
        }

        Assert.Empty(open);
    }

    /// <summary>What the properties of this name say, in every component whose path begins so.</summary>
    public IReadOnlyList<string> Of(string component, string name) =>
        [.. lines.Where(line => line.Component.StartsWith(component, StringComparison.Ordinal) && line.Name == name).Select(line => line.Value)];

    /// <summary>A property of the first event, as a person reads it.</summary>
    public string Text(string name) => Of("VCALENDAR/VEVENT1", name).Single()
        .Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    /// <summary>The parameters of the start of the first event.</summary>
    public string StartParameters => lines.First(line => line is { Component: "VCALENDAR/VEVENT1", Name: "DTSTART" }).Parameters;

    /// <summary>When every session of every event begins, by the clock on the wall.</summary>
    public IReadOnlyList<DateTime> Sessions => [.. Of("VCALENDAR/VEVENT", "DTSTART").Zip(Of("VCALENDAR/VEVENT", "RRULE"), Repeated).SelectMany(starts => starts).Order()];

    private static IEnumerable<DateTime> Repeated(string start, string rule)
    {
        var first = DateTime.ParseExact(start.TrimEnd('Z'), start.Length == 8 ? "yyyyMMdd" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var parts = rule.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        Assert.Equal("WEEKLY", parts["FREQ"]);
        var days = parts["BYDAY"].Split(',');
        Assert.Contains(DayCodes[(int)first.DayOfWeek], days);
        return Enumerable.Range(0, 366 * 2).Select(day => first.AddDays(day)).Where(day => days.Contains(DayCodes[(int)day.DayOfWeek]))
            .Take(int.Parse(parts["COUNT"], CultureInfo.InvariantCulture));
    }
}
