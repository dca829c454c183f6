using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting.Language;

/// <summary>What can be said by its bare name.</summary>
internal static class ScopeCompletion
{
    /// <summary>Adds everything in scope that is declared already.</summary>
    public static void AddScope(this Candidates candidates, Caret caret) =>
        candidates.AddSymbols(
            caret.Model.LookupSymbols(caret.Start).Where(symbol => candidates.Fits(symbol.Name))
                .Where(symbol => IsDeclaredBefore(symbol, caret)),
            SymbolCandidates.InScope);

    /// <summary>Adds the types and namespaces in scope.</summary>
    public static void AddTypes(this Candidates candidates, Caret caret, Func<ISymbol, bool>? condition = null) =>
        candidates.AddSymbols(TypesInScope(caret).Where(condition ?? (_ => true)), SymbolCandidates.InScope);

    /// <summary>The types and namespaces in scope.</summary>
    /// <remarks>The compiler's answer holds the methods of <c>using static</c> too.</remarks>
    public static IEnumerable<ISymbol> TypesInScope(Caret caret) => caret.Model.LookupNamespacesAndTypes(caret.Start)
        .Where(symbol => symbol is INamespaceOrTypeSymbol or IAliasSymbol);

    /// <summary>Adds the values of the enumerations that the place wants.</summary>
    public static void AddWanted(this Candidates candidates, Caret caret)
    {
        foreach (var wanted in TargetTypes.Of(caret.Model, caret.Node))
        {
            var type = wanted is INamedTypeSymbol { TypeArguments: [var inner], IsValueType: true } nullable
                && nullable.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? inner : wanted;
            if (type.TypeKind != TypeKind.Enum) continue;
            var name = type.ToMinimalDisplayString(caret.Model, caret.Start);
            foreach (var value in type.GetMembers().OfType<IFieldSymbol>().Where(SymbolCandidates.IsShown))
            {
                var text = $"{name}.{Candidates.Escaped(value.Name)}";
                // The reader may begin with either: `Fri` for `DayOfWeek.Friday` as well as `Day`.
                candidates.Add(text, CompletionKind.EnumMember, Nearness.Wanted,
                    () => SymbolText.Signature(value), candidates.Fits(value.Name) ? value.Name : name);
            }
        }
    }

    /// <summary>Adds the names of parameters as named arguments.</summary>
    public static void AddNamedArguments(this Candidates candidates, Caret caret)
    {
        if (caret.Node.Parent is not (ArgumentSyntax { NameColon: null } or AttributeArgumentSyntax)
            || caret.Node.Parent.Parent is not { Parent: { } call } list
            || caret.Node.SpanStart != caret.Node.Parent.SpanStart)
            return;
        var given = list.ChildNodes().SelectMany(argument => argument.ChildNodes().OfType<NameColonSyntax>())
            .Select(name => name.Name.Identifier.Text).ToHashSet();
        var before = list.ChildNodes().TakeWhile(argument => argument != caret.Node.Parent)
            .Count(argument => !argument.ChildNodes().OfType<NameColonSyntax>().Any());
        foreach (var parameter in Calls.Candidates(caret.Model, call)
            .SelectMany(method => method.Parameters.Skip(before)).Where(parameter => !given.Contains(parameter.Name)))
            candidates.Add(
                Candidates.Escaped(parameter.Name) + ":", CompletionKind.Argument, Nearness.Member,
                () => SymbolText.Signature(parameter), parameter.Name);
        if (call is AttributeSyntax && caret.Model.GetTypeInfo(call).Type is INamedTypeSymbol attribute)
            foreach (var property in Settable(caret, attribute))
                candidates.Add(
                    $"{property.Name} =", CompletionKind.Argument, Nearness.Member,
                    () => SymbolText.Signature(property), property.Name);
    }

    /// <summary>The fields and properties of a type that an initializer can set.</summary>
    public static IEnumerable<ISymbol> Settable(Caret caret, ITypeSymbol type) =>
        caret.Model.LookupSymbols(caret.Start, type).Where(symbol => !symbol.IsStatic && symbol switch
        {
            IPropertySymbol { IsIndexer: false, SetMethod: { } setter } =>
                caret.Model.IsAccessible(caret.Start, setter),
            IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
            _ => false,
        });

    // A name cannot be used before it is declared, nor in its own first value.
    private static bool IsDeclaredBefore(ISymbol symbol, Caret caret)
    {
        if (symbol is not (ILocalSymbol or IFieldSymbol { ContainingType.IsScriptClass: true })) return true;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree != caret.Model.SyntaxTree) continue;
            var isInFunction = caret.Node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not null;
            if (reference.Span.Start >= caret.Start && (symbol is ILocalSymbol || !isInFunction)) return false;
            if (reference.Span.Contains(caret.Start) && reference.GetSyntax() is VariableDeclaratorSyntax
                && caret.Node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null)
                return false;
        }
        return true;
    }
}
