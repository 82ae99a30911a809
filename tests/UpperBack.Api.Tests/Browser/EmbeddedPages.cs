
namespace UpperBack.Api.Tests.Browser;

/// <summary>The addresses of all pages that can be embedded.</summary>
internal static class EmbeddedPages
{
    public static IReadOnlyList<string> Routines { get; } = Of("routines");

    public static IReadOnlyList<string> Exercises { get; } = Of("exercises");

    public static IReadOnlyList<string> Recommendations { get; } =
    [
        "/embed/recommendations?condition=poor-posture,trapezius-tension&availableEquipment=chair&minutes=10",
        "/embed/recommendations?condition=suprascapular-nerve-irritation",
    ];

    /// <summary>Pages that say what is wrong.</summary>
    public static IReadOnlyList<string> Faulty { get; } =
        ["/embed/routines/desk-braek", "/embed/exercises/no-such-exercise", "/embed/recommendations", "/embed/routines/desk-break?theme=blue"];

    public static IReadOnlyList<string> Sound { get; } = [.. Routines, .. Exercises, .. Recommendations];

    public static string In(string address, string locale) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}locale={locale}";

    private static IReadOnlyList<string> Of(string collection) =>
        [.. Repository.Documents(collection).Select(file => $"/embed/{collection}/{Path.GetFileNameWithoutExtension(file)}").Order(StringComparer.Ordinal)];
}
