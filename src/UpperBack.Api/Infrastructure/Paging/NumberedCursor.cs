using System.Globalization;

namespace UpperBack.Api.Infrastructure.Paging;

/// <summary>Cursors of lists that are sorted by a number, newest first.</summary>
internal static class NumberedCursor
{
    /// <summary>The cursor of the page after an item.</summary>
    /// <param name="number">The number of the last item of a page.</param>
    /// <param name="query">What identifies the list.</param>
    public static string Encode(long number, string query) => new Cursor([number.ToString(CultureInfo.InvariantCulture)], null).Encode(query);

    /// <summary>The number that a cursor of this list holds; null for any other text.</summary>
    public static long? Decode(string cursor, string query) =>
        Cursor.Decode(cursor, query) is { Search: null, Place: [{ } place] } && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
