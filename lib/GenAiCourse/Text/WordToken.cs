namespace GenAiCourse.Text;

/// <summary>A token and where it stands: <c>text.Substring(Start, Text.Length) == Text</c>.</summary>
/// <param name="Text">The letters, as they are in the text.</param>
/// <param name="Start">Where they begin, in UTF-16 units.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct WordToken(string Text, int Start, WordKind Kind)
{
    /// <summary>Where the token has ended: the place after its last unit.</summary>
    public int End => Start + Text.Length;
}
