using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKernel.Directives;

namespace NotebookKernel.Scripting.Language;

/// <summary>The place of a completion: what stands there, and what the code around it means.</summary>
/// <remarks>
/// The word at the caret is replaced by a name that nobody uses, and a name is put where there is none. So code that
/// is half typed parses as it will when it is done, and a keyword typed so far is not taken for one.
/// </remarks>
internal sealed class Caret
{
    private const string Stand = "ʘcaretʘ";

    private Caret(string typed, int start, int end, SyntaxToken token, SemanticModel model)
    {
        Typed = typed;
        Start = start;
        End = end;
        Token = token;
        Model = model;
    }

    /// <summary>The part of the word before the caret.</summary>
    public string Typed { get; }

    /// <summary>Where the word begins; here names are looked up.</summary>
    public int Start { get; }

    /// <summary>Where the word ends, in the code as it was given.</summary>
    public int End { get; }

    /// <summary>The name that stands for the word.</summary>
    public SyntaxToken Token { get; }

    /// <summary>The meaning of the code.</summary>
    public SemanticModel Model { get; }

    /// <summary>The node that the word would be.</summary>
    public SyntaxNode Node => Token.Parent!;

    /// <summary>What stands before the word; the token of kind None at the start of the code.</summary>
    public SyntaxToken Previous => Token.GetPreviousToken();

    /// <summary>True when the previous token stands on the word's line.</summary>
    public bool FollowsOnLine => !Previous.IsKind(SyntaxKind.None) && !Previous.TrailingTrivia
        .Concat(Token.LeadingTrivia).Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    /// <summary>The caret in a text; null in strings, comments, numbers, and where else no name can stand.</summary>
    public static Caret? Find(SessionModels models, string code, int position)
    {
        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1])) start--;
        if (start < position && !SyntaxFacts.IsIdentifierStartCharacter(code[start])) return null;
        var end = position;
        if (start < position)
            while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end])) end++;
        var text = DirectiveText.CodeOnly(code);
        var model = models.Of($"{text.AsSpan()[..start]}{Stand}{After(text, start, end)}{text.AsSpan()[end..]}");
        var token = model.SyntaxTree.GetRoot().FindToken(start);
        return token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == Stand
            ? new Caret(code[start..position], start, end, token, model)
            : null;
    }

    // A caret at the end of a line usually ends a statement, and what follows is none of its business:
    // without the semicolon `x.` before `var y` would be read as the type `x.var`.
    private static string After(string text, int start, int end)
    {
        var rest = text.AsSpan()[end..];
        var next = rest.TrimStart();
        if (next.IsEmpty) return ";";
        if (rest.Length > 0 && rest[..^next.Length].Contains('\n')) return BeginsStatement(next) ? ";" : " ";
        return start == end ? " " : "";
    }

    private static bool BeginsStatement(ReadOnlySpan<char> next) =>
        SyntaxFacts.IsIdentifierStartCharacter(next[0]) && !BeginsWithOperator(next);

    private static bool BeginsWithOperator(ReadOnlySpan<char> next)
    {
        var length = 0;
        while (length < next.Length && SyntaxFacts.IsIdentifierPartCharacter(next[length])) length++;
        return next[..length] is "is" or "as" or "in" or "switch" or "with" or "and" or "or" or "when" or "where"
            or "select" or "orderby" or "group" or "join" or "let" or "from" or "into" or "descending" or "ascending"
            or "on" or "equals" or "by";
    }
}
