namespace GenAiCourse.Data;

/// <summary>A text and the class it belongs to.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">The class, such as "positive".</param>
public sealed record LabelledText(string Text, string Label);
