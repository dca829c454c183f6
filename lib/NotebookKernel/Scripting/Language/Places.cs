using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Scripting.Language;

/// <summary>Tells what can stand at a caret from the syntax around it.</summary>
internal static class Places
{
    /// <summary>True where the reader makes up a new name.</summary>
    public static bool IsNewName(Caret caret) => caret.Node switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } =>
            caret.FollowsOnLine && IsType(caret, declaration.Type),
        ParameterSyntax parameter => parameter.Type is not null,
        SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax pattern } =>
            caret.FollowsOnLine && IsType(caret, pattern.Type),
        ForEachStatementSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax
            or MethodDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax
            or EventDeclarationSyntax or EnumMemberDeclarationSyntax or TupleElementSyntax or CatchDeclarationSyntax
            or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax or JoinIntoClauseSyntax
            or QueryContinuationSyntax or SingleVariableDesignationSyntax or LabeledStatementSyntax
            or VariableDeclaratorSyntax => true,
        IdentifierNameSyntax { Parent: NameEqualsSyntax { Parent: UsingDirectiveSyntax } } => true,
        _ => false,
    };

    /// <summary>True where <c>foreach</c> has its variable and wants <c>in</c>.</summary>
    public static bool IsBeforeIn(Caret caret) =>
        caret.Previous.IsKind(SyntaxKind.IdentifierToken)
        && caret.Node.FirstAncestorOrSelf<CommonForEachStatementSyntax>() is { InKeyword.IsMissing: true };

    /// <summary>True right after a complete value on the same line, where only an operator can follow.</summary>
    public static bool IsAfterValue(Caret caret)
    {
        if (!caret.FollowsOnLine || !EndsValue(caret.Previous)) return false;
        return caret.Node switch
        {
            VariableDeclaratorSyntax or SingleVariableDesignationSyntax => true,
            IdentifierNameSyntax { Parent: ExpressionStatementSyntax { Parent: not ElseClauseSyntax } statement } =>
                statement.Expression.Span.Start == caret.Start && !OpensStatement(caret.Previous),
            _ => !IsPartOfExpression(caret),
        };
    }

    /// <summary>True where only types and namespaces can stand.</summary>
    public static bool IsTypePlace(Caret caret)
    {
        SyntaxNode node = caret.Node;
        while (node.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax) node = node.Parent;
        return node.Parent switch
        {
            BaseTypeSyntax or TypeConstraintSyntax or TypeArgumentListSyntax or NullableTypeSyntax or ArrayTypeSyntax
                or PointerTypeSyntax or RefTypeSyntax or TypeOfExpressionSyntax or SizeOfExpressionSyntax
                or DefaultExpressionSyntax or CatchDeclarationSyntax or TupleElementSyntax
                or ObjectCreationExpressionSyntax or ExplicitInterfaceSpecifierSyntax => true,
            UsingDirectiveSyntax => true,
            ParameterSyntax parameter => parameter.Type == node,
            TypeParameterConstraintClauseSyntax => caret.Previous.IsKind(SyntaxKind.ColonToken),
            BinaryExpressionSyntax binary => binary.Right == node && binary.IsKind(SyntaxKind.AsExpression),
            VariableDeclarationSyntax declaration => declaration.Type == node
                && declaration.Parent is FieldDeclarationSyntax { Parent: TypeDeclarationSyntax },
            _ => false,
        };
    }

    /// <summary>True where a member of a type begins, or goes on after its modifiers.</summary>
    public static bool IsMemberPlace(Caret caret)
    {
        var member = caret.Node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>()
            .FirstOrDefault(member => member.Parent is TypeDeclarationSyntax || member is TypeDeclarationSyntax);
        return member switch
        {
            TypeDeclarationSyntax type => caret.Start > type.OpenBraceToken.SpanStart
                && !type.OpenBraceToken.IsMissing && caret.Node.FirstAncestorOrSelf<AttributeListSyntax>() is null,
            IncompleteMemberSyntax => caret.Node.FirstAncestorOrSelf<AttributeListSyntax>() is null,
            BaseFieldDeclarationSyntax field => field.Declaration.Type.Span.Contains(caret.Token.Span)
                && caret.Node.Parent == field.Declaration,
            PropertyDeclarationSyntax property => property.Type == caret.Node,
            MethodDeclarationSyntax method => method.ReturnType == caret.Node,
            _ => false,
        };
    }

    /// <summary>True where a statement or a declaration begins.</summary>
    public static bool IsStatementStart(Caret caret)
    {
        if (caret.Previous.IsKind(SyntaxKind.None)) return true;
        if (caret.Node.FirstAncestorOrSelf<StatementSyntax>() is { } statement && statement.SpanStart == caret.Start)
            return true;
        return caret.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && member.SpanStart == caret.Start;
    }

    /// <summary>True for the parts of a pattern.</summary>
    public static bool IsPattern(Caret caret) =>
        caret.Node is IdentifierNameSyntax
        && (caret.Node.Parent is PatternSyntax or CaseSwitchLabelSyntax or SwitchExpressionArmSyntax { Pattern: var _ }
            || (caret.Node.Parent is BinaryExpressionSyntax binary && binary.IsKind(SyntaxKind.IsExpression)
                && binary.Right == caret.Node));

    private static bool IsType(Caret caret, TypeSyntax type)
    {
        if (type.IsVar || type is PredefinedTypeSyntax) return true;
        var line = type.SyntaxTree.GetText().Lines;
        if (line.GetLineFromPosition(type.Span.End).LineNumber != line.GetLineFromPosition(caret.Start).LineNumber)
            return false;
        return caret.Model.GetSymbolInfo(type).Symbol is ITypeSymbol { TypeKind: not TypeKind.Error }
            || caret.Model.GetTypeInfo(type).Type is { TypeKind: not TypeKind.Error };
    }

    private static bool EndsValue(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => !token.IsMissing,
        SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken
            or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword or SyntaxKind.ThisKeyword
            or SyntaxKind.CloseBracketToken or SyntaxKind.CloseParenToken => true,
        SyntaxKind.CloseBraceToken => token.Parent is ExpressionSyntax,
        _ => false,
    };

    // `)` of `if (…)` and its like, and `]` of an attribute.
    private static bool OpensStatement(SyntaxToken previous) => previous.Parent switch
    {
        IfStatementSyntax or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
            or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax or AttributeListSyntax => true,
        _ => false,
    };

    private static bool IsPartOfExpression(Caret caret) => caret.Node is SimpleNameSyntax
        && caret.Node.Parent is not (IncompleteMemberSyntax or ExpressionStatementSyntax or GlobalStatementSyntax);
}
