using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting.Language;

/// <summary>Which types a place wants: those on the other side of an assignment, a comparison, a call.</summary>
internal static class TargetTypes
{
    /// <summary>The types wanted of an expression or a pattern; several when a call has overloads.</summary>
    public static IEnumerable<ITypeSymbol> Of(SemanticModel model, SyntaxNode node) =>
        Find(model, node).OfType<ITypeSymbol>().Where(type => type.TypeKind != TypeKind.Error)
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);

    private static IEnumerable<ITypeSymbol?> Find(SemanticModel model, SyntaxNode node) => node.Parent switch
    {
        EqualsValueClauseSyntax clause => [OfClause(model, clause)],
        AssignmentExpressionSyntax assignment when assignment.Right == node => [TypeOf(model, assignment.Left)],
        BinaryExpressionSyntax binary when binary.Right == node && IsComparison(binary) =>
            [TypeOf(model, binary.Left)],
        BinaryExpressionSyntax binary when binary.Right == node
            && binary.Kind() is SyntaxKind.CoalesceExpression or SyntaxKind.IsExpression =>
            [TypeOf(model, binary.Left)],
        BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.BitwiseOrExpression
            or SyntaxKind.BitwiseAndExpression =>
            binary.Right == node ? [TypeOf(model, binary.Left), .. Find(model, binary)] : Find(model, binary),
        ConditionalExpressionSyntax conditional when conditional.Condition != node =>
            [.. Find(model, conditional), conditional.WhenFalse == node ? TypeOf(model, conditional.WhenTrue) : null],
        ParenthesizedExpressionSyntax parenthesized => Find(model, parenthesized),
        ArgumentSyntax argument => OfArgument(model, argument),
        AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute, NameEquals: null } argument =>
            OfParameter(model, attribute, attribute.ArgumentList!.Arguments.IndexOf(argument),
                argument.NameColon?.Name.Identifier.Text),
        CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } =>
            [TypeOf(model, statement.Expression)],
        PatternSyntax pattern => OfPattern(model, pattern),
        SwitchExpressionArmSyntax arm => arm.Expression == node
            ? Find(model, arm.Parent!)
            : [TypeOf(model, ((SwitchExpressionSyntax)arm.Parent!).GoverningExpression)],
        ReturnStatementSyntax or ArrowExpressionClauseSyntax or YieldStatementSyntax => [ReturnType(model, node)],
        LambdaExpressionSyntax lambda => [(model.GetSymbolInfo(lambda).Symbol as IMethodSymbol)?.ReturnType],
        InitializerExpressionSyntax { Parent: ArrayCreationExpressionSyntax array } => [
            (TypeOf(model, array) as IArrayTypeSymbol)?.ElementType],
        _ => [],
    };

    private static IEnumerable<ITypeSymbol?> OfPattern(SemanticModel model, PatternSyntax pattern)
    {
        SyntaxNode outer = pattern;
        while (outer.Parent is PatternSyntax) outer = outer.Parent;
        return outer.Parent switch
        {
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } =>
                [TypeOf(model, statement.Expression)],
            IsPatternExpressionSyntax test => [TypeOf(model, test.Expression)],
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } =>
                [TypeOf(model, choice.GoverningExpression)],
            SubpatternSyntax { ExpressionColon.Expression: var member } => [TypeOf(model, member)],
            _ => [],
        };
    }

    private static ITypeSymbol? OfClause(SemanticModel model, EqualsValueClauseSyntax clause) => clause.Parent switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: false } declaration } =>
            TypeOf(model, declaration.Type),
        PropertyDeclarationSyntax property => TypeOf(model, property.Type),
        ParameterSyntax { Type: { } type } => TypeOf(model, type),
        _ => null,
    };

    private static IEnumerable<ITypeSymbol?> OfArgument(SemanticModel model, ArgumentSyntax argument)
    {
        if (argument.Parent is not BaseArgumentListSyntax { Parent: { } call } list) return [];
        if (!argument.RefKindKeyword.IsKind(SyntaxKind.None)) return [];
        return OfParameter(
            model, call, list.Arguments.IndexOf(argument), argument.NameColon?.Name.Identifier.Text);
    }

    private static IEnumerable<ITypeSymbol?> OfParameter(SemanticModel model, SyntaxNode call, int index, string? name)
    {
        foreach (var method in Calls.Candidates(model, call))
        {
            var parameters = method.Parameters;
            var parameter = name is not null
                ? parameters.FirstOrDefault(parameter => parameter.Name == name)
                : parameters.ElementAtOrDefault(Math.Min(index, parameters.Length - 1));
            if (parameter is null || (index >= parameters.Length && !parameter.IsParams)) continue;
            yield return parameter.IsParams && parameter.Type is IArrayTypeSymbol array && name is null
                ? array.ElementType
                : parameter.Type;
        }
    }

    private static ITypeSymbol? ReturnType(SemanticModel model, SyntaxNode node)
    {
        var owner = node.Ancestors().FirstOrDefault(ancestor => ancestor is LambdaExpressionSyntax
            or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or BasePropertyDeclarationSyntax);
        var symbol = owner switch
        {
            null => null,
            LambdaExpressionSyntax lambda => model.GetSymbolInfo(lambda).Symbol,
            _ => model.GetDeclaredSymbol(owner),
        };
        var type = symbol switch
        {
            IMethodSymbol method => method.ReturnType,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        var isAsync = symbol is IMethodSymbol { IsAsync: true };
        return isAsync && type is INamedTypeSymbol { TypeArguments: [var inner] } ? inner : type;
    }

    private static bool IsComparison(BinaryExpressionSyntax binary) => binary.Kind() is SyntaxKind.EqualsExpression
        or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.GreaterThanExpression
        or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanOrEqualExpression;

    private static ITypeSymbol? TypeOf(SemanticModel model, SyntaxNode node) => model.GetTypeInfo(node).Type;
}
