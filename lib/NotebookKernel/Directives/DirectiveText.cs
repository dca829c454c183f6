using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKernel.Scripting;

namespace NotebookKernel.Directives;

/// <summary>Takes a cell apart at its directives.</summary>
/// <remarks>
/// The compiler's own lexer says where C# has a directive, since <c>#!</c> may also stand in a string, in a comment or
/// below <c>#if false</c>. Other languages end at the next line that holds nothing but a directive.
/// </remarks>
internal static class DirectiveText
{
    /// <summary>How the code of cells is parsed.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(ScriptSession.Language, kind: SourceCodeKind.Script);

    private static readonly string[] TextLanguages = ["#!markdown", "#!html", "#!javascript", "#!mermaid"];

    /// <summary>The pieces of a cell, in order and without gaps.</summary>
    public static IReadOnlyList<TextPiece> Split(string code)
    {
        var pieces = new List<TextPiece>();
        if (!MayHoldDirectives(code)) return [new TextPiece.Code(0, code.Length)];
        for (var position = 0; position < code.Length;)
        {
            position = AppendCode(pieces, code, position);
            position = AppendForeign(pieces, code, position);
        }
        return pieces;
    }

    /// <summary>
    /// The C# of a cell in its place: every other character is a space, so that positions in it are those of the cell.
    /// </summary>
    /// <remarks><c>#r "path.dll"</c> and <c>#load</c> stay: the compiler itself understands them.</remarks>
    public static string CodeOnly(string code)
    {
        var pieces = Split(code);
        return pieces is [TextPiece.Code] ? code : Keep(code, pieces.OfType<TextPiece.Code>());
    }

    /// <summary>A cell with everything but the given pieces blank.</summary>
    public static string Keep(string code, IEnumerable<TextPiece> pieces)
    {
        var text = new char[code.Length];
        for (var i = 0; i < text.Length; i++) text[i] = code[i] is '\n' or '\r' ? code[i] : ' ';
        foreach (var piece in pieces) code.CopyTo(piece.Start, text, piece.Start, piece.End - piece.Start);
        return new string(text);
    }

    /// <summary>The files that a script loads and the packages that it asks for, as the lines that do so.</summary>
    public static IEnumerable<TextPiece.Instruction> References(string script) =>
        Lines(script, 0).Where(line => line.Name is "#load" or "#r");

    /// <summary>True for a language whose text is shown rather than run.</summary>
    public static bool IsTextLanguage(string name) =>
        Directive.Find(name) is { } directive && TextLanguages.Contains(directive.Name);

    // Most cells have none, and then the compiler lexes them anyway.
    private static bool MayHoldDirectives(string code)
    {
        var isLineStart = true;
        foreach (var character in code)
        {
            if (isLineStart && character == '#') return true;
            isLineStart = character == '\n' || (isLineStart && char.IsWhiteSpace(character));
        }
        return false;
    }

    private static int AppendCode(List<TextPiece> pieces, string code, int start)
    {
        foreach (var line in Lines(code, start))
        {
            if (IsForTheCompiler(line)) continue;
            if (line.Start > start) pieces.Add(new TextPiece.Code(start, line.Start));
            pieces.Add(line);
            start = line.End;
            if (IsTextLanguage(line.Name)) return start;
        }
        if (start < code.Length) pieces.Add(new TextPiece.Code(start, code.Length));
        return code.Length;
    }

    private static int AppendForeign(List<TextPiece> pieces, string code, int start)
    {
        for (var position = start; position < code.Length;)
        {
            var line = Line(code, position);
            position = line.End;
            if (!line.Name.StartsWith("#!", StringComparison.Ordinal) || !Directive.IsKnown(line.Name)) continue;
            if (line.Start > start) pieces.Add(new TextPiece.Foreign(start, line.Start));
            pieces.Add(line);
            start = line.End;
            if (Directive.Find(line.Name) is null or { Name: "#!csharp" }) return start;
        }
        if (start < code.Length) pieces.Add(new TextPiece.Foreign(start, code.Length));
        return code.Length;
    }

    private static bool IsForTheCompiler(TextPiece.Instruction line) => line.Name switch
    {
        "#r" => !line.Argument.TrimStart('"', ' ').StartsWith("nuget:", StringComparison.OrdinalIgnoreCase),
        "#i" or "#:" => false,
        var name => !name.StartsWith("#!", StringComparison.Ordinal),
    };

    // Every line from a position on that C# holds for an active directive.
    private static IEnumerable<TextPiece.Instruction> Lines(string code, int start)
    {
        foreach (var token in SyntaxFactory.ParseTokens(code[start..], options: ParseOptions))
            foreach (var trivia in token.LeadingTrivia.Concat(token.TrailingTrivia))
                if (trivia.IsDirective && trivia.GetStructure() is
                    Microsoft.CodeAnalysis.CSharp.Syntax.DirectiveTriviaSyntax { IsActive: true })
                    yield return Line(code, start + trivia.SpanStart);
    }

    private static TextPiece.Instruction Line(string code, int position)
    {
        var start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var end = code.IndexOf('\n', position) is >= 0 and var found ? found + 1 : code.Length;
        var text = code.AsSpan(start, end - start);
        var column = text.Length - text.TrimStart().Length;
        text = text.Trim();
        var name = Name(text);
        return new TextPiece.Instruction(
            name.ToString(), text[name.Length..].Trim().ToString(),
            code.AsSpan(0, start).Count('\n') + 1, column + 1, start, end);
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("#:")) return line[..2];
        var length = 0;
        while (length < line.Length && !char.IsWhiteSpace(line[length]) && line[length] != '"') length++;
        return line[..length];
    }
}
