namespace UpperBack.Drawing;

/// <summary>The colours of a picture or a page.</summary>
public enum Theme
{
    /// <summary>As the reader prefers it.</summary>
    Auto,

    /// <summary>On light paper.</summary>
    Light,

    /// <summary>On dark paper.</summary>
    Dark,
}
