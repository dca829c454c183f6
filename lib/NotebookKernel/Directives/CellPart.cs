namespace NotebookKernel.Directives;

/// <summary>What is done as one step of a cell.</summary>
internal abstract record CellPart
{
    private CellPart()
    {
    }

    /// <summary>C# to compile and run.</summary>
    /// <param name="Text">The code, on the lines on which it stands in its file or cell.</param>
    /// <param name="File">What the compiler takes for its file: a cell's name, or the path of an import.</param>
    /// <param name="Import">The <c>#!import</c> of the cell that brought it; null for the cell's own code.</param>
    public sealed record Code(string Text, string File, TextPiece.Instruction? Import) : CellPart;

    /// <summary>Text to show.</summary>
    /// <param name="Language">The proper name of its directive, for example <c>#!markdown</c>.</param>
    /// <param name="Text">The text, without the directive.</param>
    public sealed record Show(string Language, string Text) : CellPart;

    /// <summary>Something about the session to report.</summary>
    /// <param name="Name">The proper name of the directive, for example <c>#!who</c>.</param>
    public sealed record Report(string Name) : CellPart;
}
