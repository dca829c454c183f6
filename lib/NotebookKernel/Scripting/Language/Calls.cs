using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting.Language;

/// <summary>Which methods a call may mean, also when it is not finished.</summary>
internal static class Calls
{
    /// <summary>The methods, constructors or indexers' accessors that the call may mean.</summary>
    public static IEnumerable<IMethodSymbol> Candidates(SemanticModel model, SyntaxNode call)
    {
        var info = model.GetSymbolInfo(call);
        var found = info.Symbol is null ? info.CandidateSymbols.AsEnumerable() : [info.Symbol];
        return (call switch
        {
            InvocationExpressionSyntax invocation =>
                model.GetMemberGroup(invocation.Expression).Concat(found).Concat(Invoked(model, invocation)),
            BaseObjectCreationExpressionSyntax creation =>
                (model.GetTypeInfo(creation).Type as INamedTypeSymbol)?.InstanceConstructors ?? found,
            AttributeSyntax attribute =>
                (model.GetTypeInfo(attribute).Type as INamedTypeSymbol)?.InstanceConstructors ?? found,
            ElementAccessExpressionSyntax =>
                found.OfType<IPropertySymbol>().Select(property => property.GetMethod).OfType<IMethodSymbol>(),
            _ => found,
        }).OfType<IMethodSymbol>().Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);
    }

    private static IEnumerable<ISymbol> Invoked(SemanticModel model, InvocationExpressionSyntax invocation) =>
        model.GetTypeInfo(invocation.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } method }
            ? [method]
            : [];
}
