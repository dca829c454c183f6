namespace NotebookKernel.Directives;

/// <summary>A stretch of a cell: C#, text in another language, or a line for the kernel.</summary>
/// <param name="Start">Where it begins in the cell.</param>
/// <param name="End">Behind its last character, line end included.</param>
internal abstract record TextPiece(int Start, int End)
{
    /// <summary>C#; directives that are the compiler's own business stay in it.</summary>
    public sealed record Code(int Start, int End) : TextPiece(Start, End);

    /// <summary>Text after a directive such as <c>#!markdown</c>.</summary>
    public sealed record Foreign(int Start, int End) : TextPiece(Start, End);

    /// <summary>The line of a directive.</summary>
    /// <param name="Name">As it was written, for example <c>#!Time</c>.</param>
    /// <param name="Argument">The rest of the line, trimmed.</param>
    /// <param name="Line">1-based line in the cell.</param>
    /// <param name="Column">1-based column in that line.</param>
    public sealed record Instruction(string Name, string Argument, int Line, int Column, int Start, int End)
        : TextPiece(Start, End);
}
