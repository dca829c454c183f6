using System.Text;
using System.Xml;

namespace GenAiCourse.Data;

/// <summary>Reads an XML documentation file (the compiler's /doc format) as plain texts, one for each member.</summary>
/// <remarks>
/// The rules, in short: the children summary, typeparam, param, returns, value, exception, remarks and example of a
/// member, in document order, each as text with its white space collapsed, led by its name or cref; a reference
/// without text of its own becomes the name it refers to; block elements stand apart from what surrounds them. All
/// white space of the file counts, so that words do not merge.
/// </remarks>
internal static class DocumentationXml
{
    private static readonly HashSet<string> Body = new(StringComparer.Ordinal)
        { "summary", "typeparam", "param", "returns", "value", "exception", "remarks", "example" };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
        { "see", "seealso", "paramref", "typeparamref", "c", "b", "i", "a", "em", "strong", "sub", "sup", "xref" };

    private static readonly XmlReaderSettings Settings = new()
    {
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = false,
        DtdProcessing = DtdProcessing.Prohibit,
    };

    /// <summary>The members of a file that have a text, in document order.</summary>
    /// <param name="file">The XML, read to its end.</param>
    /// <param name="seen">Ids met so far; a member whose id is in it is passed over, and each new id is added.</param>
    public static IEnumerable<Document> Read(Stream file, HashSet<string> seen)
    {
        using var reader = XmlReader.Create(file, Settings);
        var text = new StringBuilder();
        var inMembers = false;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Depth == 1) inMembers = reader.Name == "members";
            if (!inMembers || reader.Depth != 2 || reader.Name != "member") continue;

            var id = reader.GetAttribute("name") ?? "";
            if (!seen.Add(id)) continue;
            var body = ReadBody(reader, text);
            if (body.Length > 0) yield return new Document(id, $"{ShortName(id)}: {body}");
        }
    }

    /// <summary>
    /// What a reference is called in running text: "M:System.Text.Rune.Parse(System.String)" is "Parse".
    /// </summary>
    public static string ShortName(string cref)
    {
        var name = cref.AsSpan();
        if (name.Length > 1 && name[1] == ':') name = name[2..];
        if (name.IndexOf('(') is >= 0 and var open) name = name[..open];
        name = name[(name.LastIndexOf('.') + 1)..];
        if (name.IndexOf('`') is >= 0 and var tick) name = name[..tick];
        return name.ToString();
    }

    private static string ReadBody(XmlReader reader, StringBuilder text)
    {
        if (reader.IsEmptyElement) return "";
        var pieces = new List<string>();
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            var (tag, name, cref) = (reader.Name, reader.GetAttribute("name"), reader.GetAttribute("cref"));
            text.Clear();
            AppendContent(reader, text);
            var piece = Body.Contains(tag) ? Collapse(text) : "";
            if (piece.Length == 0) continue;
            pieces.Add(name is not null ? $"{name} {piece}" : cref is not null ? $"{ShortName(cref)} {piece}" : piece);
        }
        return string.Join(' ', pieces);
    }

    // Appends the text inside the element the reader stands on and moves to its end; true if it has child elements.
    private static bool AppendContent(XmlReader reader, StringBuilder text)
    {
        if (reader.IsEmptyElement) return false;
        var (depth, hasElements) = (reader.Depth, false);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                hasElements = true;
                AppendChild(reader, text);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
                or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }
        }
        return hasElements;
    }

    private static void AppendChild(XmlReader reader, StringBuilder text)
    {
        var start = text.Length;
        var isInline = Inline.Contains(reader.Name);
        var (cref, langword, name) =
            (reader.GetAttribute("cref"), reader.GetAttribute("langword"), reader.GetAttribute("name"));
        if (!isInline) text.Append(' ');
        var contentStart = text.Length;

        if (!AppendContent(reader, text) && IsBlank(text, contentStart))
        {
            text.Length = start;
            text.Append(cref is not null ? ShortName(cref) : langword ?? name ?? " ");
        }
        else if (!isInline)
        {
            text.Append(' ');
        }
    }

    // XML's white space only: a no-break space, say, is text.
    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    private static bool IsBlank(StringBuilder text, int from)
    {
        for (var i = from; i < text.Length; i++)
            if (!IsSpace(text[i])) return false;
        return true;
    }

    private static string Collapse(StringBuilder text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var chunk in text.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (!IsSpace(c)) result.Append(c);
                else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
            }
        }
        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }
}
