namespace GenAiCourse.Data;

/// <summary>One text of a corpus, with the name it is known by.</summary>
/// <param name="Id">
/// What the text is about; unique within its corpus (for .NET's documentation: the member's id).
/// </param>
/// <param name="Text">The text; never empty and without line feeds.</param>
public sealed record Document(string Id, string Text)
{
    /// <summary>
    /// The first two dot-separated parts of the member's name, such as "System.Text"; fewer if it has fewer.
    /// </summary>
    public string Label => string.Join('.', Name.Split('.').Take(2));

    /// <summary>The type that the documented member belongs to, or that is documented: "System.Text.Rune".</summary>
    public string Owner =>
        Id.StartsWith("T:", StringComparison.Ordinal)
        || !Name.Contains('.', StringComparison.Ordinal)
        ? Name
        : Name[..Name.LastIndexOf('.')];

    // The id without its kind and without its parameters.
    private string Name
    {
        get
        {
            var name = Id[Math.Min(2, Id.Length)..];
            var open = name.IndexOf('(', StringComparison.Ordinal);
            return open < 0 ? name : name[..open];
        }
    }
}
