using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting.Language;

/// <summary>Decides what kind of place the caret stands at, and has the candidates for it gathered.</summary>
internal static class Completer
{
    /// <summary>The list for a caret.</summary>
    public static CompletionList Complete(Caret caret)
    {
        var candidates = new Candidates(caret.Typed);
        Add(caret, candidates);
        return new CompletionList(caret.Start, caret.End, candidates.ToList());
    }

    private static void Add(Caret caret, Candidates candidates)
    {
        if (MemberCompletion.TryAdd(caret, candidates)
            || TypeBodyCompletion.TryAddOverrides(caret, candidates))
            return;
        if (Places.IsNewName(caret)) return;
        if (Places.IsBeforeIn(caret))
        {
            candidates.AddKeywords(["in"]);
            return;
        }
        if (Places.IsAfterValue(caret)) AddOperators(caret, candidates);
        else if (caret.Node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive)
            AddUsing(caret, directive, candidates);
        else if (!AttributeCompletion.TryAdd(caret, candidates) && !Creation.TryAdd(caret, candidates)
            && !TypeBodyCompletion.TryAddMembersInBraces(caret, candidates))
            AddGeneral(caret, candidates);
    }

    private static void AddGeneral(Caret caret, Candidates candidates)
    {
        if (caret.Previous.IsKind(SyntaxKind.OpenBraceToken) && caret.Previous.Parent is SwitchStatementSyntax)
        {
            candidates.AddKeywords(["case", "default"]);
            return;
        }
        if (Places.IsMemberPlace(caret))
        {
            candidates.AddTypes(caret);
            candidates.AddKeywords([.. Keywords.Members, .. Keywords.Types]);
            return;
        }
        if (Places.IsTypePlace(caret))
        {
            candidates.AddTypes(caret);
            candidates.AddKeywords(Keywords.Types);
            if (caret.Node.Parent is ParameterSyntax)
                candidates.AddKeywords(["in", "out", "params", "ref", "this", "scoped"]);
            if (caret.Node.Parent is TypeConstraintSyntax)
                candidates.AddKeywords(["class", "new", "notnull", "struct", "unmanaged"]);
            return;
        }
        candidates.AddWanted(caret);
        candidates.AddNamedArguments(caret);
        candidates.AddScope(caret);
        candidates.AddKeywords(Keywords.Types);
        if (Places.IsStatementStart(caret)) AddStatementWords(caret, candidates);
        candidates.AddKeywords(Places.IsPattern(caret) ? Keywords.Patterns : Keywords.Expressions);
        if (caret.Node.Parent is ArgumentSyntax) candidates.AddKeywords(["in", "out", "ref"]);
        if (caret.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not null)
            candidates.AddKeywords(["base", "this"]);
        if (caret.Node.FirstAncestorOrSelf<SwitchExpressionSyntax>() is not null) candidates.AddKeywords(["_"]);
    }

    private static void AddStatementWords(Caret caret, Candidates candidates)
    {
        candidates.AddKeywords(Keywords.Statements);
        if (caret.Node.FirstAncestorOrSelf<BlockSyntax>() is null) candidates.AddKeywords(Keywords.Declarations);
        if (caret.Node.Ancestors().Any(node => node is ForStatementSyntax or CommonForEachStatementSyntax
            or WhileStatementSyntax or DoStatementSyntax))
            candidates.AddKeywords(["break", "continue"]);
        if (caret.Node.Ancestors().Any(node => node is SwitchStatementSyntax))
            candidates.AddKeywords(["break", "case", "default"]);
        // The parser has closed the `if` or the `try` before a name that can continue neither.
        var before = caret.Previous.Parent;
        if (caret.Previous.Kind() is SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken)
        {
            if (before?.FirstAncestorOrSelf<IfStatementSyntax>() is { Else: null } test
                && test.Span.End == caret.Previous.Span.End)
                candidates.AddKeywords(["else"]);
            if (before?.FirstAncestorOrSelf<TryStatementSyntax>() is
                { Finally: null or { FinallyKeyword.IsMissing: true } })
                candidates.AddKeywords(["catch", "finally"]);
            if (before?.Parent is DoStatementSyntax) candidates.AddKeywords(["while"]);
        }
    }

    private static void AddOperators(Caret caret, Candidates candidates)
    {
        candidates.AddKeywords(Keywords.AfterValue);
        var before = caret.Previous.Parent!;
        if (before.FirstAncestorOrSelf<QueryExpressionSyntax>() is not null
            || caret.Node.FirstAncestorOrSelf<QueryExpressionSyntax>() is not null)
            candidates.AddKeywords(Keywords.Query);
        if (before.FirstAncestorOrSelf<PatternSyntax>() is not null) candidates.AddKeywords(["and", "or", "when"]);
        if (before.FirstAncestorOrSelf<SwitchLabelSyntax>() is not null) candidates.AddKeywords(["when"]);
        if (before.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not null
            || before.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not null)
            candidates.AddKeywords(["where"]);
    }

    private static void AddUsing(Caret caret, UsingDirectiveSyntax directive, Candidates candidates)
    {
        var wantsTypes = directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) || directive.Alias is not null;
        candidates.AddTypes(caret, symbol => wantsTypes || symbol is INamespaceSymbol);
        if (!wantsTypes) candidates.AddKeywords(["static"]);
    }
}
