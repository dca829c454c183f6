using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting.Language;

/// <summary>What fits into braces that name members, and what a class can override.</summary>
internal static class TypeBodyCompletion
{
    private static readonly SymbolDisplayFormat Header = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue)
        // Without `?`, which is a warning in a cell.
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Adds the headers of the members that can follow <c>override</c>.</summary>
    public static bool TryAddOverrides(Caret caret, Candidates candidates)
    {
        if (!FollowsOverride(caret) || caret.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || caret.Model.GetDeclaredSymbol(declaration) is not { } type)
            return false;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var own in type.GetMembers()) Hide(own);
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            foreach (var member in ancestor.GetMembers())
            {
                if (!IsOverridable(member) || !seen.Add(Root(member))) continue;
                Hide(member);
                if (!SymbolCandidates.IsShown(member) || !caret.Model.IsAccessible(caret.Start, member)) continue;
                var text = member.ToMinimalDisplayString(caret.Model, caret.Start, Header);
                var name = candidates.Fits(member.Name) || member is IPropertySymbol { IsIndexer: true }
                    ? member.Name
                    : text;
                candidates.Add(
                    text, SymbolText.Kind(member), Nearness.Member, () => SymbolText.Signature(member), name);
            }
        return true;

        void Hide(ISymbol member)
        {
            for (var over = Overridden(member); over is not null; over = Overridden(over)) seen.Add(over);
        }
    }

    /// <summary>Adds what <c>new T { … }</c>, <c>with { … }</c> and <c>is { … }</c> can name.</summary>
    /// <returns>True when nothing else can stand there.</returns>
    public static bool TryAddMembersInBraces(Caret caret, Candidates candidates)
    {
        switch (caret.Node.Parent)
        {
            case InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax or WithExpressionSyntax }
                initializer:
                return caret.Model.GetTypeInfo(initializer.Parent!).Type is { } made
                    && Add(made, Assigned(initializer));
            case InitializerExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } initializer
                when assignment.Right == initializer:
                return caret.Model.GetTypeInfo(assignment.Left).Type is { } inner && Add(inner, Assigned(initializer));
            case ConstantPatternSyntax { Parent: SubpatternSyntax { Parent: PropertyPatternClauseSyntax clause } sub }
                when sub.ExpressionColon is null && clause.Parent is RecursivePatternSyntax pattern:
                var type = pattern.Type is null
                    ? caret.Model.GetTypeInfo(pattern).Type
                    : caret.Model.GetTypeInfo(pattern.Type).Type;
                if (type is null) return true;
                candidates.AddSymbols(caret.Model.LookupSymbols(caret.Start, type)
                    .Where(symbol => symbol is IPropertySymbol or IFieldSymbol && !symbol.IsStatic));
                return true;
            default:
                return false;
        }

        bool Add(ITypeSymbol type, HashSet<string> assigned)
        {
            candidates.AddSymbols(
                ScopeCompletion.Settable(caret, type).Where(symbol => !assigned.Contains(symbol.Name)),
                _ => Nearness.Wanted);
            return !IsCollection(type);
        }
    }

    private static HashSet<string> Assigned(InitializerExpressionSyntax initializer) =>
        [.. initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(set => set.Left.ToString())];

    private static bool IsCollection(ITypeSymbol type) => type.AllInterfaces
        .Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable);

    // Modifiers may stand between: `override sealed`.
    private static bool FollowsOverride(Caret caret)
    {
        for (var token = caret.Previous; token.Kind() is var kind && SyntaxFacts.IsReservedKeyword(kind)
            || token.IsKind(SyntaxKind.AsyncKeyword); token = token.GetPreviousToken())
            if (token.IsKind(SyntaxKind.OverrideKeyword))
                return true;
        return false;
    }

    private static bool IsOverridable(ISymbol member) =>
        (member.IsVirtual || member.IsAbstract || member.IsOverride) && !member.IsSealed && !member.IsStatic
        && member is IPropertySymbol or IEventSymbol
            or IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: not "Finalize" };

    private static ISymbol Root(ISymbol member)
    {
        while (Overridden(member) is { } over) member = over;
        return member;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol happening => happening.OverriddenEvent,
        _ => null,
    };
}
