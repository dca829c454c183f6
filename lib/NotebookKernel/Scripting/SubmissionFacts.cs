using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting;

/// <summary>What a compiled piece of code declares, and what of earlier pieces it uses.</summary>
/// <param name="Id">Names the piece; no two pieces of a process share an id.</param>
/// <param name="Declares">The names it declares outside any type.</param>
/// <param name="Uses">The names of earlier pieces that it uses.</param>
/// <param name="IsSetup">True when it has usings or references, which hold for all that follows.</param>
internal sealed record SubmissionFacts(
    string Id, IReadOnlyList<string> Declares, IReadOnlyCollection<SubmissionUse> Uses, bool IsSetup)
{
    /// <summary>Reads the facts from the meaning of the code: its text would not tell whose name is meant.</summary>
    public static SubmissionFacts Of(Compilation submission)
    {
        var uses = new HashSet<SubmissionUse>();
        var isSetup = false;
        foreach (var tree in submission.SyntaxTrees)
        {
            var model = submission.GetSemanticModel(tree);
            var root = (CompilationUnitSyntax)tree.GetRoot();
            isSetup |= root.Usings.Count > 0 || root.GetReferenceDirectives().Count > 0;
            foreach (var node in root.DescendantNodes())
                if (node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax
                    && Earlier(model.GetSymbolInfo(node).Symbol, submission) is var (id, name))
                    uses.Add(new SubmissionUse(id, name, node is SimpleNameSyntax written && IsWritten(written)));
        }
        return new SubmissionFacts(submission.AssemblyName!, Declared(submission), uses, isSetup);
    }

    private static string[] Declared(Compilation submission) => submission.ScriptClass is not { } script ? [] :
    [
        .. script.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName
                && member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
            .Select(member => member.Name).Distinct(),
    ];

    // A member of a type of an earlier cell counts as a use of that type.
    private static (string Id, string Name)? Earlier(ISymbol? symbol, Compilation submission)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
        if (symbol?.ContainingAssembly is not ISourceAssemblySymbol assembly
            || SymbolEqualityComparer.Default.Equals(assembly, submission.Assembly))
            return null;
        while (symbol.ContainingType is { IsScriptClass: false } type) symbol = type;
        return symbol.ContainingType is null ? null : (assembly.Name, symbol.Name);
    }

    // `x = …`, `x += …`, `x++`, `(x, y) = …`, `F(ref x)`, and also `x.A = …` and `x[i] = …`, which change what x holds.
    private static bool IsWritten(SimpleNameSyntax name)
    {
        ExpressionSyntax target = name;
        while (true)
        {
            switch (target.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Expression == target: target = access; break;
                case ElementAccessExpressionSyntax access when access.Expression == target: target = access; break;
                case ParenthesizedExpressionSyntax outer: target = outer; break;
                case PostfixUnaryExpressionSyntax outer when outer.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    target = outer;
                    break;
                case ArgumentSyntax { Parent: TupleExpressionSyntax tuple }: target = tuple; break;
                case AssignmentExpressionSyntax assignment: return assignment.Left == target;
                case PostfixUnaryExpressionSyntax: return true;
                case PrefixUnaryExpressionSyntax unary:
                    return unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression;
                case ArgumentSyntax argument:
                    return argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword;
                default: return false;
            }
        }
    }
}

/// <summary>One name of an earlier piece of code.</summary>
/// <param name="Id">The piece that declares it.</param>
/// <param name="Name">The name.</param>
/// <param name="IsWrite">True where it is assigned, or a part of what it holds.</param>
internal sealed record SubmissionUse(string Id, string Name, bool IsWrite);
