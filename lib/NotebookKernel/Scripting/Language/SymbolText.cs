using Microsoft.CodeAnalysis;

namespace NotebookKernel.Scripting.Language;

/// <summary>Symbols in the words of a reader.</summary>
internal static class SymbolText
{
    private const SymbolDisplayMemberOptions Parts = SymbolDisplayMemberOptions.IncludeParameters
        | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
        | SymbolDisplayMemberOptions.IncludeConstantValue;

    private static readonly SymbolDisplayFormat Members = Format(
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        Parts | SymbolDisplayMemberOptions.IncludeContainingType);

    // The class around a notebook's own names is the compiler's affair.
    private static readonly SymbolDisplayFormat OfNotebook =
        Format(SymbolDisplayTypeQualificationStyle.NameOnly, Parts);

    private static readonly SymbolDisplayFormat Qualified = Format(
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces, Parts);

    private static readonly SymbolDisplayFormat NamesOnly = Members.WithKindOptions(SymbolDisplayKindOptions.None)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary>The signature in one line: <c>int Math.Max(int val1, int val2)</c>.</summary>
    public static string Signature(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => $"{alias.Name} = {Signature(alias.Target)}",
        INamespaceSymbol { IsGlobalNamespace: false } space => $"namespace {space.ToDisplayString()}",
        INamedTypeSymbol { ContainingType: null } type => type.ToDisplayString(Qualified),
        IRangeVariableSymbol range => range.Name,
        IParameterSymbol { IsThis: false } parameter => $"{Name(parameter.Type)} {parameter.Name}",
        _ when IsOfNotebook(symbol) => symbol.ToDisplayString(OfNotebook),
        _ => symbol.ToDisplayString(Members),
    };

    /// <summary>A type's name as it is written: <c>List&lt;int&gt;</c>.</summary>
    public static string Name(ITypeSymbol type) => type.ToDisplayString(NamesOnly);

    /// <summary>True for what a cell declares outside any type.</summary>
    public static bool IsOfNotebook(ISymbol symbol) => symbol.ContainingType?.IsScriptClass == true;

    /// <summary>What a symbol is, for the list.</summary>
    public static CompletionKind Kind(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => Kind(alias.Target),
        ILocalSymbol or IRangeVariableSymbol => CompletionKind.Variable,
        IParameterSymbol => CompletionKind.Parameter,
        IMethodSymbol { IsExtensionMethod: true } => CompletionKind.ExtensionMethod,
        IMethodSymbol => CompletionKind.Method,
        IPropertySymbol => CompletionKind.Property,
        IEventSymbol => CompletionKind.Event,
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => CompletionKind.EnumMember,
        IFieldSymbol { IsConst: true } => CompletionKind.Constant,
        IFieldSymbol field => IsOfNotebook(field) ? CompletionKind.Variable : CompletionKind.Field,
        INamespaceSymbol => CompletionKind.Namespace,
        ITypeParameterSymbol => CompletionKind.TypeParameter,
        ITypeSymbol type => Kind(type),
        _ => CompletionKind.Keyword,
    };

    private static CompletionKind Kind(ITypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Struct => CompletionKind.Struct,
        TypeKind.Interface => CompletionKind.Interface,
        TypeKind.Enum => CompletionKind.Enum,
        TypeKind.Delegate => CompletionKind.Delegate,
        _ => CompletionKind.Class,
    };

    private static SymbolDisplayFormat Format(
        SymbolDisplayTypeQualificationStyle qualification, SymbolDisplayMemberOptions members) => new(
        typeQualificationStyle: qualification,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: members,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.Default,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.CollapseTupleTypes
            | SymbolDisplayMiscellaneousOptions.UseErrorTypeSymbolName);
}
