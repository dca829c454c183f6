namespace NotebookKernel.Scripting.Language;

/// <summary>What is known of a name in the code: signature, documentation, and of a variable its value.</summary>
/// <param name="Text">As plain text.</param>
/// <param name="Markdown">The same as Markdown.</param>
public sealed record Inspection(string Text, string Markdown);
