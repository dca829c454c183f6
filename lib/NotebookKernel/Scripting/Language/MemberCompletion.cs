using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting.Language;

/// <summary>What can follow a dot.</summary>
internal static class MemberCompletion
{
    /// <summary>Adds the members of what stands before the dot.</summary>
    /// <returns>False when there is no dot.</returns>
    public static bool TryAdd(Caret caret, Candidates candidates)
    {
        switch (caret.Node.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == caret.Node:
                AddAfter(caret, access.Expression, candidates);
                return true;
            case MemberBindingExpressionSyntax binding when Receiver(binding) is { } receiver:
                AddMembersOf(caret, NotNull(TypeOf(caret.Model, receiver)), candidates);
                return true;
            case QualifiedNameSyntax name when name.Right == caret.Node:
                AddAfterName(caret, name, candidates);
                return true;
            case AliasQualifiedNameSyntax name when name.Name == caret.Node:
                AddTypes(caret, caret.Model.GetSymbolInfo(name.Alias).Symbol as INamespaceSymbol, candidates);
                return true;
            default:
                return false;
        }
    }

    private static void AddAfter(Caret caret, ExpressionSyntax left, Candidates candidates)
    {
        if (left is BaseExpressionSyntax)
        {
            candidates.AddSymbols(caret.Model.LookupBaseMembers(caret.Start));
            return;
        }
        var info = caret.Model.GetSymbolInfo(left);
        AddAfter(caret, info.Symbol ?? info.CandidateSymbols.FirstOrDefault(), TypeOf(caret.Model, left), candidates);
        // A property and its type may share a name: `Color.` then means either.
        if (left is IdentifierNameSyntax && info.Symbol is IPropertySymbol or IFieldSymbol or ILocalSymbol
            or IParameterSymbol && caret.Model.GetSpeculativeTypeInfo(
                caret.Start, left, SpeculativeBindingOption.BindAsTypeOrNamespace).Type is INamedTypeSymbol type
            && type.TypeKind != TypeKind.Error)
            AddStatics(caret, type, candidates);
    }

    private static void AddAfter(Caret caret, ISymbol? symbol, ITypeSymbol? type, Candidates candidates)
    {
        switch (symbol is IAliasSymbol alias ? alias.Target : symbol)
        {
            case INamespaceSymbol space: AddTypes(caret, space, candidates); break;
            case ITypeParameterSymbol parameter: AddStatics(caret, parameter, candidates); break;
            case INamedTypeSymbol named: AddStatics(caret, named, candidates); break;
            case IMethodSymbol when type is null: break;                // a method is no value
            default: AddMembersOf(caret, type, candidates); break;
        }
    }

    // The parser takes `x.y` before a name for a type; the reader may mean a value all the same.
    private static void AddAfterName(Caret caret, QualifiedNameSyntax name, Candidates candidates)
    {
        var info = caret.Model.GetSymbolInfo(name.Left);
        var isType = info.Symbol is INamespaceOrTypeSymbol or IAliasSymbol;
        if (Places.IsTypePlace(caret))
        {
            AddTypesOf(caret, info.Symbol, candidates);
            return;
        }
        var left = SyntaxFactory.ParseExpression(name.Left.ToString());
        const SpeculativeBindingOption AsValue = SpeculativeBindingOption.BindAsExpression;
        var symbol = caret.Model.GetSpeculativeSymbolInfo(caret.Start, left, AsValue).Symbol;
        var type = caret.Model.GetSpeculativeTypeInfo(caret.Start, left, AsValue).Type;
        AddAfter(caret, symbol ?? (isType ? info.Symbol : null), type, candidates);
    }

    private static void AddTypesOf(Caret caret, ISymbol? symbol, Candidates candidates)
    {
        var isUsing = caret.Node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive
            && directive.StaticKeyword.IsKind(SyntaxKind.None) && directive.Alias is null;
        if ((symbol is IAliasSymbol alias ? alias.Target : symbol) is not INamespaceOrTypeSymbol container) return;
        candidates.AddSymbols(
            caret.Model.LookupNamespacesAndTypes(caret.Start, container)
                .Where(found => !isUsing || found is INamespaceSymbol)
                .Where(found => Creation.IsAsked(caret) ? Creation.CanFollowNew(caret, found) : true),
            _ => Nearness.Rest);
    }

    private static void AddTypes(Caret caret, INamespaceSymbol? space, Candidates candidates)
    {
        if (space is not null) AddTypesOf(caret, space, candidates);
    }

    private static void AddStatics(Caret caret, ITypeSymbol type, Candidates candidates)
    {
        candidates.AddSymbols(
            caret.Model.LookupSymbols(caret.Start, type)
                .Where(symbol => symbol.IsStatic || symbol is INamedTypeSymbol or IFieldSymbol { IsConst: true })
                .Where(symbol => symbol.ContainingType is not { SpecialType: SpecialType.System_Object }),
            symbol => type.TypeKind == TypeKind.Enum && symbol is IFieldSymbol ? Nearness.Wanted : Nearness.Member);
        // In nameof, and as a method group, an instance member of a type is fine too.
        if (caret.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is
            { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } })
            candidates.AddSymbols(caret.Model.LookupSymbols(caret.Start, type));
    }

    private static void AddMembersOf(Caret caret, ITypeSymbol? type, Candidates candidates)
    {
        if (type is IPointerTypeSymbol pointer) type = pointer.PointedAtType;
        if (type is null or { TypeKind: TypeKind.Error or TypeKind.Dynamic or TypeKind.FunctionPointer }
            or { SpecialType: SpecialType.System_Void })
            return;
        candidates.AddSymbols(
            caret.Model.LookupSymbols(caret.Start, type, includeReducedExtensionMethods: true)
                .Where(symbol => symbol is not INamedTypeSymbol
                    && (!symbol.IsStatic || symbol is IMethodSymbol { IsExtensionMethod: true })));
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            candidates.AddSymbols(tuple.TupleElements);
    }

    private static ExpressionSyntax? Receiver(MemberBindingExpressionSyntax binding) => binding.Ancestors()
        .OfType<ConditionalAccessExpressionSyntax>()
        .FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression;

    private static ITypeSymbol? TypeOf(SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type;

    private static ITypeSymbol? NotNull(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
}
