using NotebookKernel.Scripting;

namespace NotebookKernel.Directives;

/// <summary>Says what to write instead where a cell speaks to a kernel that this one is not.</summary>
internal static class OtherKernels
{
    // Compiler error, a part of its message, advice.
    private static readonly (string Id, string Part, string Advice)[] Known =
    [
        ("CS0234", "'DotNet' does not exist in the namespace 'Microsoft'",
            "that is of the retired .NET Interactive kernel; display, HTML and x.Display() need no using here, so "
            + "take the line out"),
        ("CS0103", "'Formatter'",
            "formatters are not registered here; show HTML(text), or give the type a TypeFormatterSource attribute"),
        ("CS0103", "'PocketViewTags'", "write the HTML as text: HTML($\"<b>{value}</b>\")"),
        ("CS0103", "'Kernel'", "ask with input(prompt) or password(prompt); show with display(value)"),
        ("CS0103", "'KernelInvocationContext'", "show with display(value)"),
        ("CS1525", "term '%'", "lines with % are of the Python kernel; those that work here are listed by #!lsmagic"),
    ];

    /// <summary>The errors, with advice behind those for which there is some.</summary>
    public static SubmissionResult.DidNotCompile Advise(SubmissionResult.DidNotCompile failure) =>
        new([.. failure.Diagnostics.Select(Advise)]);

    private static CellDiagnostic Advise(CellDiagnostic diagnostic)
    {
        foreach (var (id, part, advice) in Known)
            if (diagnostic.Id == id && diagnostic.Message.Contains(part, StringComparison.Ordinal))
                return diagnostic with { Message = $"{diagnostic.Message} – {advice}" };
        return diagnostic;
    }
}
