using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel.Scripting.Language;

/// <summary>Turns symbols into candidates: one a name, with the number of its overloads.</summary>
internal static class SymbolCandidates
{
    /// <summary>Adds the symbols that a person may write here.</summary>
    public static void AddSymbols(
        this Candidates candidates, IEnumerable<ISymbol> symbols, Func<ISymbol, Nearness>? nearness = null)
    {
        foreach (var group in symbols.Where(symbol => IsNamed(symbol) && candidates.Fits(symbol.Name))
            .GroupBy(symbol => symbol.Name))
        {
            var shown = group.Where(IsShown).ToArray();
            if (shown.Length == 0) continue;
            var first = shown.MinBy(symbol => nearness?.Invoke(symbol) ?? Nearness.Member)!;
            var methods = shown.Count(symbol => symbol is IMethodSymbol) - 1;
            candidates.Add(
                Candidates.Escaped(group.Key),
                SymbolText.Kind(first),
                nearness?.Invoke(first) ?? Nearness.Member,
                () => Description(first, first is IMethodSymbol ? methods : 0),
                group.Key);
        }
    }

    /// <summary>How near a symbol is that was found by its bare name.</summary>
    public static Nearness InScope(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => Nearness.Variable,
        IFieldSymbol or IPropertySymbol when SymbolText.IsOfNotebook(symbol) => Nearness.Variable,
        IMethodSymbol or IFieldSymbol or IPropertySymbol or IEventSymbol => Nearness.Member,
        INamedTypeSymbol { ContainingType.IsScriptClass: true } => Nearness.Member,
        _ => Nearness.Rest,
    };

    /// <summary>A signature, and how many more methods have the name.</summary>
    public static string Description(ISymbol symbol, int overloads) => overloads switch
    {
        0 => SymbolText.Signature(symbol),
        1 => SymbolText.Signature(symbol) + " (+ 1 overload)",
        _ => FormattableString.Invariant($"{SymbolText.Signature(symbol)} (+ {overloads} overloads)"),
    };

    /// <summary>False for what exists but is not to be offered: hidden by its author, or an error to use.</summary>
    public static bool IsShown(ISymbol symbol)
    {
        if (symbol is INamespaceSymbol space) return HasPublicTypes(space);
        foreach (var attribute in symbol.GetAttributes())
        {
            var arguments = attribute.ConstructorArguments;
            switch (attribute.AttributeClass?.Name)
            {
                case "EditorBrowsableAttribute" when arguments is [{ Value: 1 }]:
                case "ObsoleteAttribute" when arguments is [_, { Value: true }, ..]:
                    return false;
            }
        }
        return true;
    }

    // The platform's own files hold namespaces that are nobody else's affair.
    private static bool HasPublicTypes(INamespaceSymbol space) =>
        space.GetTypeMembers().Any(type => type.DeclaredAccessibility == Accessibility.Public)
        || space.GetNamespaceMembers().Any(HasPublicTypes);

    // Accessors, operators, constructors, and what the compiler made have no name that can be written.
    private static bool IsNamed(ISymbol symbol) =>
        symbol.CanBeReferencedByName && !symbol.IsImplicitlyDeclared && SyntaxFacts.IsValidIdentifier(symbol.Name)
        && symbol is not IMethodSymbol
        {
            MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd
                or MethodKind.EventRemove or MethodKind.UserDefinedOperator or MethodKind.Conversion
                or MethodKind.Destructor
        };
}
