using System.Globalization;

namespace UpperBack.Search.Analysis;

/// <summary>Splits a text into tokens: runs of letters and digits, with the accents and invisible characters within them.</summary>
internal ref struct Tokenizer(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int end;

    /// <summary>The offset of the current token in the text.</summary>
    public int Start { get; private set; }

    /// <summary>The current token as it is written.</summary>
    public readonly ReadOnlySpan<char> Current => text[Start..end];

    /// <summary>Whether the current token consists of letters only. Others, such as T4, are not stemmed.</summary>
    public bool IsWord { get; private set; }

    public readonly Tokenizer GetEnumerator() => this;

    public bool MoveNext()
    {
        Start = end;
        while (Start < text.Length && !char.IsLetterOrDigit(text[Start]))
            Start++;
        IsWord = true;
        for (end = Start; end < text.Length; end++)
        {
            if (char.IsLetter(text[end]))
                continue;
            if (char.IsDigit(text[end]))
                IsWord = false;
            else if (!IsWithin(text[end]))
                break;
        }

        return Start < text.Length;
    }

    private static bool IsWithin(char character) =>
        character > 0x7F && (char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark || Folding.IsIgnorable(character));
}
