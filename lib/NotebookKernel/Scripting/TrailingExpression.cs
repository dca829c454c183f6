using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting;

/// <summary>Tells a cell that ends in a value from one that ends in a statement.</summary>
internal static class TrailingExpression
{
    /// <summary>
    /// True for <c>x + 1</c> and <c>return x;</c>; false for <c>x = 1;</c>, declarations, and void calls.
    /// </summary>
    public static bool Exists(Compilation compilation, CancellationToken cancellationToken)
    {
        var tree = compilation.SyntaxTrees.LastOrDefault();
        if (tree?.GetRoot(cancellationToken) is not CompilationUnitSyntax root) return false;
        if (root.Members.LastOrDefault() is not GlobalStatementSyntax last) return false;
        if (last.Statement is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement)
            return compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression, cancellationToken).Type
                is not { SpecialType: SpecialType.System_Void };
        return root.Members.OfType<GlobalStatementSyntax>().SelectMany(Returns).Any();
    }

    private static IEnumerable<ReturnStatementSyntax> Returns(GlobalStatementSyntax statement) => statement
        .DescendantNodes(node => node is not (LambdaExpressionSyntax or AnonymousMethodExpressionSyntax
            or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or TypeDeclarationSyntax))
        .OfType<ReturnStatementSyntax>()
        .Where(node => node.Expression is not null);
}
