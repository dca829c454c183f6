namespace NotebookKernel.Display;

/// <summary>Text that is already in a displayable form, such as HTML or Markdown.</summary>
/// <param name="MimeType">What the text is, for example <c>text/html</c>.</param>
/// <param name="Text">The text itself; not escaped again.</param>
public sealed record Markup(string MimeType, string Text)
{
    /// <summary>The text itself.</summary>
    public override string ToString() => Text;
}
