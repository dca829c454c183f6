using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting.Language;

/// <summary>What can follow <c>new</c>.</summary>
internal static class Creation
{
    /// <summary>True when the caret stands in the type of <c>new</c>.</summary>
    public static bool IsAsked(Caret caret) => Of(caret) is not null;

    /// <summary>Adds the type that the place wants, and every type that can be made.</summary>
    /// <returns>False when there is no <c>new</c>.</returns>
    public static bool TryAdd(Caret caret, Candidates candidates)
    {
        if (Of(caret) is not { } creation) return false;
        foreach (var wanted in TargetTypes.Of(caret.Model, creation).Where(type => CanFollowNew(caret, type)))
        {
            var type = wanted.WithNullableAnnotation(NullableAnnotation.None);
            candidates.Add(
                type.ToMinimalDisplayString(caret.Model, caret.Start),
                SymbolText.Kind(type), Nearness.Wanted, () => SymbolText.Signature(type), type.Name);
        }
        candidates.AddSymbols(
            ScopeCompletion.TypesInScope(caret).Where(symbol => CanFollowNew(caret, symbol)),
            SymbolCandidates.InScope);
        candidates.AddKeywords(Keywords.Types.Where(word => word != "dynamic"));
        return true;
    }

    /// <summary>True for types with a constructor within reach, and for what may lead to one.</summary>
    public static bool CanFollowNew(Caret caret, ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => CanFollowNew(caret, alias.Target),
        INamespaceSymbol => true,
        ITypeParameterSymbol parameter => parameter.HasConstructorConstraint || parameter.HasValueTypeConstraint,
        INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Delegate } => true,
        INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false } type =>
            type.InstanceConstructors.Any(constructor => caret.Model.IsAccessible(caret.Start, constructor)),
        // The way to a nested type leads through a type that itself cannot be made.
        INamedTypeSymbol { TypeKind: TypeKind.Class } type =>
            type.GetTypeMembers().Any(nested => nested.DeclaredAccessibility == Accessibility.Public
                && nested.TypeKind == TypeKind.Class && !nested.IsStatic && !nested.IsAbstract),
        _ => false,
    };

    private static ObjectCreationExpressionSyntax? Of(Caret caret)
    {
        SyntaxNode node = caret.Node;
        while (node.Parent is QualifiedNameSyntax or ArrayTypeSyntax or NullableTypeSyntax) node = node.Parent;
        return node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node ? creation : null;
    }
}
