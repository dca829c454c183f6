using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting.Language;

/// <summary>Finds what a position in the code is about.</summary>
internal static class InspectedSymbol
{
    /// <summary>The symbol, and the others that the code may mean; none when nothing has a name there.</summary>
    public static IReadOnlyList<ISymbol> Find(SemanticModel model, int position)
    {
        var root = model.SyntaxTree.GetRoot();
        var right = root.FindToken(position);
        var left = position > 0 ? root.FindToken(position - 1) : default;
        foreach (var token in new[] { left, right })
            if (token.IsKind(SyntaxKind.IdentifierToken) && !token.IsMissing
                && token.SpanStart <= position && position <= token.Span.End)
                return Named(model, token);
        if (IsInText(left, position) && IsInText(right, position)) return [];
        return Called(model, left, position);
    }

    private static bool IsInText(SyntaxToken token, int position) =>
        token.SpanStart > position || token.Span.End < position;

    private static IReadOnlyList<ISymbol> Named(SemanticModel model, SyntaxToken token)
    {
        var node = token.Parent!;
        if (node is SimpleNameSyntax name) return Meant(model, name);
        return model.GetDeclaredSymbol(node) is { } declared ? [declared] : [];
    }

    private static IReadOnlyList<ISymbol> Meant(SemanticModel model, SimpleNameSyntax name)
    {
        SyntaxNode whole = name;
        while (whole.Parent is QualifiedNameSyntax qualified && qualified.Right == whole) whole = qualified;
        if (whole.Parent is ObjectCreationExpressionSyntax creation && creation.Type == whole)
            return Constructors(model, creation) is { Count: > 0 } made ? made : Ordered(model.GetSymbolInfo(name));
        if (whole.Parent is AttributeSyntax attribute)
            return model.GetTypeInfo(attribute).Type is { TypeKind: not TypeKind.Error } type ? [type] : [];
        var info = model.GetSymbolInfo(name);
        var group = model.GetMemberGroup(name);
        if (info.Symbol is IMethodSymbol || (info.Symbol is null && !group.IsEmpty)) return WithGroup(info, group);
        if (info.Symbol is not null || !info.CandidateSymbols.IsEmpty) return Ordered(info);
        // Half a statement is read as a type where a value is meant.
        var value = SyntaxFactory.ParseExpression(whole.ToString());
        return Ordered(model.GetSpeculativeSymbolInfo(
            name.SpanStart, value, SpeculativeBindingOption.BindAsExpression));
    }

    // Inside the parentheses of a call, the call is what a reader asks about.
    private static IReadOnlyList<ISymbol> Called(SemanticModel model, SyntaxToken token, int position)
    {
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            if (node is LambdaExpressionSyntax or StatementSyntax or MemberDeclarationSyntax) return [];
            if (node is not (BaseArgumentListSyntax or AttributeArgumentListSyntax)) continue;
            if (position <= node.SpanStart || (position >= node.Span.End && !node.GetLastToken(true).IsMissing))
                continue;
            switch (node.Parent)
            {
                case InvocationExpressionSyntax invocation:
                    var calls = WithGroup(
                        model.GetSymbolInfo(invocation), model.GetMemberGroup(invocation.Expression));
                    if (calls.Count > 0) return calls;
                    return Ordered(model.GetSymbolInfo(invocation.Expression));
                case BaseObjectCreationExpressionSyntax creation: return Constructors(model, creation);
                case AttributeSyntax attribute: return [.. Calls.Candidates(model, attribute)];
                case ElementAccessExpressionSyntax access: return Ordered(model.GetSymbolInfo(access));
                default: return [];
            }
        }
        return [];
    }

    private static IReadOnlyList<ISymbol> Constructors(
        SemanticModel model, BaseObjectCreationExpressionSyntax creation) =>
        WithGroup(model.GetSymbolInfo(creation), Calls.Candidates(model, creation)
            .Where(constructor => model.IsAccessible(creation.SpanStart, constructor)));

    private static IReadOnlyList<ISymbol> WithGroup(SymbolInfo info, IEnumerable<ISymbol> group) =>
    [
        .. Ordered(info).Concat(group)
            .DistinctBy(symbol => symbol.OriginalDefinition, SymbolEqualityComparer.Default),
    ];

    private static IReadOnlyList<ISymbol> Ordered(SymbolInfo info) =>
        info.Symbol is { } symbol ? [symbol] : [.. info.CandidateSymbols];
}
