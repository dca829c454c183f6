using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting.Language;

/// <summary>The names of attributes.</summary>
internal static class AttributeCompletion
{
    private const string Suffix = "Attribute";

    /// <summary>Adds attributes, without the suffix that nobody writes.</summary>
    /// <returns>True when nothing else can stand there.</returns>
    public static bool TryAdd(Caret caret, Candidates candidates)
    {
        SyntaxNode node = caret.Node;
        while (node.Parent is QualifiedNameSyntax) node = node.Parent;
        var isAttribute = node.Parent is AttributeSyntax attribute && attribute.Name == node;
        // At the start of a statement `[` may begin a collection too.
        var mayBe = caret.Node.Parent is ExpressionElementSyntax
        { Parent: CollectionExpressionSyntax { Parent: ExpressionStatementSyntax } };
        if (!isAttribute && !mayBe) return false;
        foreach (var type in ScopeCompletion.TypesInScope(caret).OfType<INamedTypeSymbol>())
            if (IsAttribute(type) && SymbolCandidates.IsShown(type))
            {
                var name = type.Name.EndsWith(Suffix, StringComparison.Ordinal) && type.Name.Length > Suffix.Length
                    ? type.Name[..^Suffix.Length]
                    : type.Name;
                candidates.Add(name, CompletionKind.Class, Nearness.Member, () => SymbolText.Signature(type));
            }
        if (isAttribute)
            candidates.AddSymbols(
                ScopeCompletion.TypesInScope(caret).OfType<INamespaceSymbol>(), _ => Nearness.Rest);
        return isAttribute;
    }

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        if (type is { IsAbstract: true } or { TypeKind: not TypeKind.Class }) return false;
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            if (ancestor is { Name: Suffix, ContainingNamespace.Name: "System" })
                return true;
        return false;
    }
}
