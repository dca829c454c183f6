namespace GenAiCourse.Text;

/// <summary>A part of a text and where it stands: <c>text.Substring(Start, Text.Length) == Text</c>.</summary>
/// <param name="Text">The part, without white space at its ends.</param>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
public readonly record struct TextSegment(string Text, int Start);
