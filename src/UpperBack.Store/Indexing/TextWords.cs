namespace UpperBack.Store.Indexing;

/// <summary>The words of a text one by one: runs of letters and digits.</summary>
internal ref struct TextWords(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int end;

    /// <summary>Where the current word starts.</summary>
    public int Start { get; private set; }

    /// <summary>The current word as it is written.</summary>
    public readonly ReadOnlySpan<char> Current => text[Start..end];

    /// <summary>Whether the current word is of letters only. Others, such as T4, have no forms.</summary>
    public bool IsPlain { get; private set; }

    public readonly TextWords GetEnumerator() => this;

    public bool MoveNext()
    {
        Start = end;
        while (Start < text.Length && !char.IsLetterOrDigit(text[Start]))
            Start++;
        IsPlain = true;
        for (end = Start; end < text.Length && char.IsLetterOrDigit(text[end]); end++)
            IsPlain &= char.IsLetter(text[end]);
        return Start < text.Length;
    }
}
