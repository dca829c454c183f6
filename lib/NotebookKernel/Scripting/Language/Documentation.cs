using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NotebookKernel.Scripting.Language;

/// <summary>What is written about a symbol, wherever it was declared.</summary>
internal sealed class Documentation(Compilation compilation)
{
    private const int InheritanceLimit = 8;

    /// <summary>The elements of its documentation, inherited ones included; null when nothing is written.</summary>
    public XElement? Of(ISymbol symbol) => Of(symbol, InheritanceLimit);

    private XElement? Of(ISymbol symbol, int limit)
    {
        symbol = Documented(symbol);
        var text = symbol.ContainingAssembly is ISourceAssemblySymbol
            ? symbol.GetDocumentationCommentXml()
            : Read(symbol);
        var element = Parse(text);
        if (limit == 0 || element?.Element("inheritdoc") is not { } inherit) return element;
        var from = (string?)inherit.Attribute("cref") is { } id
            ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) ?? InNotebook(symbol, id)
            : Ancestor(symbol);
        if (from is null || Of(from, limit - 1) is not { } inherited) return element;
        foreach (var part in inherited.Elements().Where(part => !Says(element, part))) element.Add(new XElement(part));
        return element;
    }

    // The class around a cell has a name that ids cannot spell, so its members are looked up by going through them.
    private static ISymbol? InNotebook(ISymbol symbol, string id)
    {
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
            foreach (var member in type.GetMembers()
                .Concat(type.GetTypeMembers().SelectMany(nested => nested.GetMembers())))
                if (member.GetDocumentationCommentId() == id)
                    return member;
        return null;
    }

    // What is said by the member itself goes before what it inherits.
    private static bool Says(XElement element, XElement part) => element.Elements(part.Name).Any(own =>
        (string?)own.Attribute("name") == (string?)part.Attribute("name")
        && (string?)own.Attribute("cref") == (string?)part.Attribute("cref"));

    private static ISymbol Documented(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        IMethodSymbol { AssociatedSymbol: { } owner } => owner.OriginalDefinition,
        _ => symbol.OriginalDefinition,
    };

    private static ISymbol? Ancestor(ISymbol symbol)
    {
        ISymbol? overridden = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.BaseType?
                .InstanceConstructors.FirstOrDefault(other => HaveSameParameters(other, constructor)),
            IMethodSymbol method => method.OverriddenMethod
                ?? method.ExplicitInterfaceImplementations.FirstOrDefault() as ISymbol,
            IPropertySymbol property => property.OverriddenProperty
                ?? property.ExplicitInterfaceImplementations.FirstOrDefault() as ISymbol,
            IEventSymbol happening => happening.OverriddenEvent,
            INamedTypeSymbol { BaseType: { SpecialType: not SpecialType.System_Object } parent } => parent,
            INamedTypeSymbol type => type.Interfaces.FirstOrDefault(),
            _ => null,
        };
        if (overridden is not null || symbol is INamedTypeSymbol) return overridden;
        return symbol.ContainingType?.AllInterfaces.SelectMany(face => face.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(
                symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));
    }

    private static bool HaveSameParameters(IMethodSymbol one, IMethodSymbol other) =>
        one.Parameters.Select(parameter => parameter.Type)
            .SequenceEqual(other.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default);

    private string? Read(ISymbol symbol)
    {
        if (symbol.ContainingAssembly is not { } assembly || symbol.GetDocumentationCommentId() is not { } id)
            return null;
        if (compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } file })
            return DocumentationFiles.Find(file, id);
        // Found by the compiler beside another reference.
        return compilation.References.OfType<PortableExecutableReference>()
            .Select(reference => Path.GetDirectoryName(reference.FilePath)).Distinct().OfType<string>()
            .Select(folder => Path.Combine(folder, assembly.Name + ".dll")).Where(File.Exists)
            .Select(beside => DocumentationFiles.Find(beside, id)).FirstOrDefault(found => found is not null);
    }

    private static XElement? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return XElement.Parse(text, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;                                        // a comment that is not well formed says nothing
        }
    }
}
