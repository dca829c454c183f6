using NotebookKernel.Scripting;

namespace NotebookKernel.Directives;

/// <summary>A directive that cannot be obeyed: the cell does not run.</summary>
internal sealed class DirectiveException(string message, string place, int line, int column) : Exception(message)
{
    private const string Id = "DIRECTIVE";

    public DirectiveException(string message, string place, TextPiece.Instruction line)
        : this(message, place, line.Line, line.Column)
    {
    }

    /// <summary>The error in the form in which the compiler's own are reported.</summary>
    public SubmissionResult.DidNotCompile Result => new([new CellDiagnostic(Id, Message, place, line, column)]);
}
