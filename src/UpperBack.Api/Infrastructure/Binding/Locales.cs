using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;
using UpperBack.Content.Documents;

namespace UpperBack.Api.Infrastructure.Binding;

/// <summary>Chooses the language of an answer: the <c>locale</c> parameter, else the Accept-Language header, else English.</summary>
internal static class Locales
{
    public const string Parameter = "locale";

    // Browsers send a few hundred different headers, and anybody can send others.
    private const int MostKnown = 1000;

    private static readonly ConcurrentDictionary<string, Language> Known = new(StringComparer.Ordinal);

    /// <summary>The codes of the languages, English first.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Enum.GetNames<Language>().Select(DocumentJson.NameOf)];

    /// <summary>The language of the response. A locale that is not known is a fault; a header that names none of ours means English.</summary>
    public static Language Choose(ParameterReader reader)
    {
        var context = reader.Context;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (reader.Text(Parameter) is not { } locale)
            return Accepted(context);
        if (Parse(locale) is { } language)
            return language;
        reader.Add(ProblemFault.UnknownValue(Parameter, locale, Codes));
        // The problem is in the language that the header asks for.
        return Accepted(context);
    }

    /// <summary>The language that the Accept-Language header asks for; English when it asks for none of ours.</summary>
    public static Language Accepted(HttpContext context)
    {
        var header = context.Request.Headers.AcceptLanguage;
        if (header.Count == 0)
            return Language.En;
        var accepted = header.ToString();
        if (Known.TryGetValue(accepted, out var language))
            return language;
        language = Read(context.Request);
        if (Known.Count < MostKnown)
            Known[accepted] = language;
        return language;
    }

    /// <summary>What the language of an answer depends on beside the query: the header, where the query does not say it all.</summary>
    public static Language? Negotiated(HttpContext context) =>
        context.Request.QueryString.Value is { } query && (query.Contains("?locale=", StringComparison.Ordinal) || query.Contains("&locale=", StringComparison.Ordinal)) ? null : Accepted(context);

    private static Language Read(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(accepted => accepted.Quality is not 0)
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => Parse(accepted.Value.ToString()))
            .OfType<Language>().FirstOrDefault(Language.En);

    /// <summary>The language of a tag, or null when it is none of ours. A region says nothing here: de-AT reads what de reads.</summary>
    public static Language? Parse(string tag) =>
        tag.Split('-')[0] is var code && Codes.Contains(code, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<Language>(code, ignoreCase: true) : null;
}
