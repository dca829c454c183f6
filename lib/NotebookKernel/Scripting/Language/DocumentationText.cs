using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NotebookKernel.Scripting.Language;

/// <summary>Documentation elements as running text, plain or Markdown.</summary>
internal sealed partial class DocumentationText(bool isMarkdown)
{
    private readonly StringBuilder _text = new();

    /// <summary>The text of an element's content; empty for none.</summary>
    public static string Of(XElement? element, bool isMarkdown)
    {
        if (element is null) return "";
        var text = new DocumentationText(isMarkdown);
        text.AppendContent(element);
        return ManyLines().Replace(text._text.ToString(), "\n\n").Trim();
    }

    /// <summary>A documentation id in a reader's words: <c>Math.Max</c> for <c>M:System.Math.Max(…)</c>.</summary>
    public static string Name(string id)
    {
        var name = id.Length > 1 && id[1] == ':' ? id[2..] : id;
        var kind = id.Length > 1 && id[1] == ':' ? id[0] : 'T';
        var end = name.IndexOf('(', StringComparison.Ordinal);
        if (end >= 0) name = name[..end];
        name = Arity().Replace(name, "");
        var parts = name.Split('.');
        if (parts[^1] == "#ctor") return parts.Length > 1 ? parts[^2] : name;
        return kind is 'T' or '!' || parts.Length < 2 ? parts[^1] : $"{parts[^2]}.{parts[^1]}";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\s*\n\s*\n\s*")]
    private static partial Regex ManyLines();

    [GeneratedRegex(@"``?\d+")]
    private static partial Regex Arity();

    private void AppendContent(XElement element)
    {
        foreach (var node in element.Nodes())
            if (node is XText text) AppendWords(text.Value);
            else if (node is XElement inner) AppendElement(inner);
    }

    private void AppendElement(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso": AppendSee(element); break;
            case "paramref" or "typeparamref": AppendCode((string?)element.Attribute("name") ?? ""); break;
            case "c": AppendCode(Space().Replace(element.Value, " ").Trim()); break;
            case "code": AppendBlock(element.Value); break;
            case "para":
                _text.Append("\n\n");
                AppendContent(element);
                _text.Append("\n\n");
                break;
            case "br": _text.Append(isMarkdown ? "  \n" : "\n"); break;
            case "list": AppendList(element); break;
            case "inheritdoc" or "include": break;
            default: AppendContent(element); break;
        }
    }

    private void AppendSee(XElement element)
    {
        if ((string?)element.Attribute("href") is { } address)
        {
            var words = element.Value.Trim();
            _text.Append(words.Length == 0 ? address : isMarkdown ? $"[{words}]({address})" : $"{words} ({address})");
        }
        else if (element.Value.Trim() is { Length: > 0 } own) AppendWords(own);
        else if ((string?)element.Attribute("langword") is { } word) AppendCode(word);
        else if ((string?)element.Attribute("cref") is { } id) AppendCode(Name(id));
    }

    private void AppendCode(string code) => _text.Append(isMarkdown && code.Length > 0 ? $"`{code}`" : code);

    private void AppendBlock(string code)
    {
        var lines = code.Replace("\r", "", StringComparison.Ordinal).Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        _text.Append(isMarkdown ? "\n\n```csharp\n" : "\n\n");
        foreach (var line in lines)
            _text.Append(isMarkdown ? "" : "    ").Append(line[Math.Min(indent, line.Length)..]).Append('\n');
        _text.Append(isMarkdown ? "```\n\n" : "\n");
    }

    private void AppendList(XElement list)
    {
        _text.Append("\n\n");
        var number = 0;
        foreach (var item in list.Elements().Where(item => item.Name.LocalName is "item" or "listheader"))
        {
            _text.Append((string?)list.Attribute("type") == "number" ? $"{++number}. " : "- ");
            if (item.Element("term") is { } term)
            {
                AppendContent(term);
                if (item.Element("description") is { } description)
                {
                    _text.Append(": ");
                    AppendContent(description);
                }
            }
            else AppendContent(item.Element("description") ?? item);
            while (_text.Length > 0 && char.IsWhiteSpace(_text[^1])) _text.Length--;
            _text.Append('\n');
        }
        _text.Append('\n');
    }

    private void AppendWords(string words)
    {
        words = Space().Replace(words, " ");
        if (words.StartsWith(' ') && (_text.Length == 0 || char.IsWhiteSpace(_text[^1]))) words = words[1..];
        _text.Append(words);
    }
}
