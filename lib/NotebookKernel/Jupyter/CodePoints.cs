namespace NotebookKernel.Jupyter;

/// <summary>Places in a text: Jupyter counts Unicode characters, C# counts 16-bit units.</summary>
internal static class CodePoints
{
    /// <summary>The index in C#'s units of the place before a character; the text's ends are the limits.</summary>
    public static int ToIndex(string text, int characters)
    {
        var index = 0;
        for (; characters > 0 && index < text.Length; characters--) index += Width(text, index);
        return index;
    }

    /// <summary>How many characters stand before the given index.</summary>
    public static int FromIndex(string text, int index)
    {
        var characters = 0;
        for (var i = 0; i < index && i < text.Length; i += Width(text, i)) characters++;
        return characters;
    }

    private static int Width(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
}
