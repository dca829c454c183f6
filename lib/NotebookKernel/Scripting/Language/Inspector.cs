using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace NotebookKernel.Scripting.Language;

/// <summary>Writes down what is known of a symbol.</summary>
internal sealed class Inspector(SemanticModel model, ScriptState<object?>? state)
{
    private const int OverloadLimit = 20;

    /// <summary>The page about what stands at a position; null when nothing with a name does.</summary>
    public Inspection? Inspect(int position)
    {
        var symbols = InspectedSymbol.Find(model, position).Where(IsKnown).ToArray();
        return symbols.Length == 0 ? null : new Inspection(Page(symbols, false), Page(symbols, true));
    }

    private static bool IsKnown(ISymbol symbol) => symbol switch
    {
        ITypeSymbol { TypeKind: TypeKind.Error } => false,
        INamespaceSymbol { IsGlobalNamespace: true } => false,
        _ => true,
    };

    private string Page(ISymbol[] symbols, bool isMarkdown)
    {
        var page = new StringBuilder();
        var symbol = symbols[0];
        var signature = SymbolText.Signature(symbol);
        if (Value(symbol) is { } value) signature += " = " + value;
        page.Append(isMarkdown ? $"```csharp\n{signature}\n```" : signature);
        if (Where(symbol) is { } place) Append(page, null, place, isMarkdown);
        var documentation = new Documentation(model.Compilation).Of(Explained(symbol));
        if (documentation is not null) AppendDocumentation(page, documentation, symbol, isMarkdown);
        if (symbols.Length > 1) Append(page, "Overloads", Overloads(symbols, isMarkdown), isMarkdown);
        return page.ToString();
    }

    private static void AppendDocumentation(StringBuilder page, XElement written, ISymbol symbol, bool isMarkdown)
    {
        if (symbol is IParameterSymbol parameter)
        {
            Append(page, null, Text(written.Elements("param")
                .FirstOrDefault(param => (string?)param.Attribute("name") == parameter.Name)), isMarkdown);
            return;
        }
        Append(page, null, Text(written.Element("summary")), isMarkdown);
        Append(page, "Type parameters", List(written.Elements("typeparam"), "name"), isMarkdown);
        Append(page, "Parameters", List(written.Elements("param"), "name"), isMarkdown);
        Append(page, "Returns", Text(written.Element("returns")), isMarkdown);
        Append(page, "Value", Text(written.Element("value")), isMarkdown);
        Append(page, "Exceptions", List(written.Elements("exception"), "cref"), isMarkdown);
        Append(page, "Remarks", Text(written.Element("remarks")), isMarkdown);
        Append(page, "Example", Text(written.Element("example")), isMarkdown);

        string Text(XElement? element) => DocumentationText.Of(element, isMarkdown);

        string List(IEnumerable<XElement> elements, string name) => string.Join('\n', elements.Select(element =>
        {
            var key = DocumentationText.Name((string?)element.Attribute(name) ?? "");
            return isMarkdown ? $"- `{key}`: {Text(element)}" : $"  {key}: {Text(element)}";
        }));
    }

    private static void Append(StringBuilder page, string? title, string text, bool isMarkdown)
    {
        if (text.Length == 0) return;
        page.Append("\n\n");
        if (title is not null) page.Append(isMarkdown ? $"**{title}**\n\n" : $"{title}:\n");
        page.Append(text);
    }

    private static string Overloads(ISymbol[] symbols, bool isMarkdown)
    {
        var lines = symbols.Skip(1).Take(OverloadLimit).Select(SymbolText.Signature).ToList();
        if (symbols.Length - 1 > OverloadLimit)
            lines.Add(FormattableString.Invariant($"… {symbols.Length - 1 - OverloadLimit} more"));
        return isMarkdown
            ? $"```csharp\n{string.Join('\n', lines)}\n```"
            : string.Join('\n', lines.Select(line => "  " + line));
    }

    // A parameter is explained where its function is; a constructor without a word of its own, by its type.
    private ISymbol Explained(ISymbol symbol) => symbol switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.LambdaMethod } owner } => owner,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            when new Documentation(model.Compilation).Of(constructor) is null => constructor.ContainingType,
        IAliasSymbol alias => alias.Target,
        _ => symbol,
    };

    // Only variables of cells that ran have a value; one of this text may be such a variable, once it has run.
    private string? Value(ISymbol symbol)
    {
        if (state is null || symbol is not IFieldSymbol { ContainingType.IsScriptClass: true } field
            || state.GetVariable(field.Name) is not { } variable)
            return null;
        if (SymbolEqualityComparer.Default.Equals(field.ContainingAssembly, model.Compilation.Assembly)
            && variable.Type.Name != field.Type.MetadataName)
            return null;
        return VariableValue.Of(variable.Value);
    }

    private string? Where(ISymbol symbol)
    {
        if (!SymbolText.IsOfNotebook(symbol)
            || SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, model.Compilation.Assembly))
            return null;
        var file = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
        return string.IsNullOrEmpty(file) ? null : $"declared in {CellNames.Words(file)}";
    }
}
