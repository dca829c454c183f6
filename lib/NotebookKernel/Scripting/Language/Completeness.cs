using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKernel.Directives;

namespace NotebookKernel.Scripting.Language;

/// <summary>Whether a text can be run as it is: exactly one of the cases below.</summary>
public abstract record Completeness
{
    private const int IndentWidth = 4;
    // A raw string without its end. The compiler calls it a mistake; further lines mend it.
    private const string OpenRawText = "CS8997";

    private Completeness()
    {
    }

    /// <summary>It can be run.</summary>
    public sealed record Complete : Completeness;

    /// <summary>More has to come.</summary>
    /// <param name="Indent">The white space with which the next line should begin.</param>
    public sealed record Incomplete(string Indent) : Completeness;

    /// <summary>Whatever comes, it will not compile.</summary>
    public sealed record Invalid : Completeness;

    /// <summary>Judges a text by its syntax alone.</summary>
    internal static Completeness Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(DirectiveText.CodeOnly(code), DirectiveText.ParseOptions);
        var errors = tree.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Any(error => error.Id == OpenRawText)) return new Incomplete("");
        if (SyntaxFactory.IsCompleteSubmission(tree)) return errors.Length == 0 ? new Complete() : new Invalid();
        // What is missing is missed at the end; a mistake further up no further line can mend.
        var last = tree.GetRoot().GetLastToken();
        return errors.Any(error => error.Location.SourceSpan.End < last.Span.End
            && !last.Span.Contains(error.Location.SourceSpan.Start))
            ? new Invalid()
            : new Incomplete(IndentAfter(tree));
    }

    private static string IndentAfter(SyntaxTree tree)
    {
        var depth = 0;
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.IsMissing || token.Parent.IsKind(SyntaxKind.Interpolation)) continue;
            if (token.IsKind(SyntaxKind.OpenBraceToken)) depth++;
            else if (token.IsKind(SyntaxKind.CloseBraceToken)) depth--;
        }
        return new string(' ', IndentWidth * Math.Max(0, depth));
    }
}
