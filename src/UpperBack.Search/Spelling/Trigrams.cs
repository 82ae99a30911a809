using UpperBack.Search.Analysis;

namespace UpperBack.Search.Spelling;

/// <summary>
/// The groups of three characters in the words of a text, as pg_trgm counts them, hashed to 16 bits. Collisions are rare and only
/// make a similarity inexact.
/// </summary>
internal static class Trigrams
{
    private const int SignatureBits = 128;

    /// <summary>The greatest number of trigrams of a text: one a character and one a word.</summary>
    public static int MaxCount(int length) => length + (length + 1) / 2;

    /// <summary>The distinct trigrams of a text.</summary>
    public static ReadOnlySpan<ushort> Of(string text) => Of(text, new ushort[MaxCount(text.Length)]);

    /// <summary>The distinct trigrams of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Memory for the result, at least <see cref="MaxCount"/>.</param>
    public static ReadOnlySpan<ushort> Of(string text, Span<ushort> buffer)
    {
        var count = 0;
        foreach (var word in new Tokenizer(text))
        {
            foreach (var trigram in new Enumerator(word))
            {
                if (!buffer[..count].Contains(trigram))
                    buffer[count++] = trigram;
            }
        }

        return buffer[..count];
    }

    /// <summary>A small signature with which most texts that are not similar are ruled out.</summary>
    public static UInt128 Signature(ReadOnlySpan<ushort> trigrams)
    {
        var signature = UInt128.Zero;
        foreach (var trigram in trigrams)
            signature |= UInt128.One << (trigram % SignatureBits);
        return signature;
    }

    /// <summary>
    /// Enumerates the trigrams of a word. It counts as preceded by two spaces and followed by one, so that its beginning weighs more
    /// than its end.
    /// </summary>
    internal ref struct Enumerator(ReadOnlySpan<char> word)
    {
        private readonly ReadOnlySpan<char> word = word;
        private int next;
        private char first = ' ';
        private char second = ' ';

        public ushort Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (next > word.Length)
                return false;
            var third = next == word.Length ? ' ' : char.ToLowerInvariant(word[next]);
            next++;
            Current = Hash(first, second, third);
            (first, second) = (second, third);
            return true;
        }

        private static ushort Hash(char first, char second, char third)
        {
            var number = (uint)(first * 0x9E3779B1 ^ second * 0x85EBCA77 ^ third * 0xC2B2AE3D);
            return (ushort)(number ^ (number >> 16));
        }
    }
}
