using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;

namespace NotebookKernel.Display;

/// <summary>
/// Values as HTML: scalars as text, sequences as lists or tables, objects as tables of their properties.
/// </summary>
internal static class HtmlText
{
    /// <summary>The HTML of any value.</summary>
    public static string Of(object? value)
    {
        var html = new StringBuilder();
        Append(html, value, depth: 0);
        return html.ToString();
    }

    /// <summary>
    /// A table with one row an item and one column a member; one column where the items have no members.
    /// </summary>
    public static void Table(StringBuilder html, IEnumerable sequence)
    {
        var (items, more) = ObjectShape.Take(sequence);
        AppendTable(html, items, more, depth: 0);
    }

    private static void Append(StringBuilder html, object? value, int depth)
    {
        switch (value)
        {
            case null: html.Append("<i>null</i>"); break;
            case Markup { MimeType: "text/html" or "image/svg+xml" } markup: html.Append(markup.Text); break;
            case Markup markup: AppendText(html, markup.Text); break;
            case var _ when FormatterConvention.TryFormat(value, "text/html") is { } own: html.Append(own); break;
            case Exception error: AppendPre(html, error.ToString()); break;
            case var _ when ObjectShape.IsScalar(value): AppendText(html, PlainText.Scalar(value)); break;
            case var _ when depth >= ObjectShape.DepthLimit: AppendText(html, PlainText.Of(value)); break;
            case ITuple: AppendText(html, PlainText.Of(value)); break;
            case var _ when ObjectShape.IsOwnText(value): AppendPre(html, PlainText.Of(value)); break;
            case IDictionary dictionary: AppendDictionary(html, dictionary, depth); break;
            case Array { Rank: 2 } array: AppendMatrix(html, array, depth); break;
            case Array { Rank: > 2 }: AppendPre(html, PlainText.Of(value)); break;
            case IEnumerable sequence: AppendSequence(html, sequence, depth); break;
            case var _ when depth >= ObjectShape.MemberDepthLimit || ObjectShape.Members(value.GetType()).Count == 0:
                AppendText(html, PlainText.Of(value));
                break;
            default: AppendMembers(html, value, depth); break;
        }
    }

    private static void AppendSequence(StringBuilder html, IEnumerable sequence, int depth)
    {
        var (items, more) = ObjectShape.Take(sequence);
        var simple = items.All(item => item is null or ITuple || ObjectShape.IsScalar(item));
        if (!simple)
        {
            AppendTable(html, items, more, depth);
            return;
        }
        html.Append("<code>[");
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) html.Append(", ");
            AppendText(html, items[i] is string text ? $"\"{text}\"" : PlainText.Of(items[i]));
        }
        if (more != 0) html.Append(items.Count > 0 ? ", " : "").Append(ObjectShape.MoreText(more));
        html.Append("]</code>");
    }

    private static void AppendTable(StringBuilder html, List<object?> items, int? more, int depth)
    {
        var type = items.FirstOrDefault(item => item is not null)?.GetType();
        var uniform = type is not null && items.All(item => item?.GetType() == type);
        var opened = uniform && items[0] is not (ITuple or IEnumerable or Markup) && !ObjectShape.IsScalar(items[0]!)
            && !ObjectShape.IsOwnText(items[0]!) && FormatterConvention.TryFormat(items[0]!, "text/html") is null;
        var columns = opened ? ObjectShape.Members(type!) : [];

        html.Append("<table><thead><tr><th></th>");
        foreach (var (name, _) in columns) Cell(html, "th", name);
        if (columns.Count == 0) Cell(html, "th", "value");
        html.Append("</tr></thead><tbody>");
        for (var i = 0; i < items.Count; i++)
        {
            html.Append("<tr><th>").Append(i).Append("</th>");
            foreach (var (_, read) in columns) Cell(html, ObjectShape.Read(read, items[i]!), depth);
            if (columns.Count == 0) Cell(html, items[i], depth);
            html.Append("</tr>");
        }
        if (more != 0)
            html.Append("<tr><td colspan=\"").Append(1 + Math.Max(1, columns.Count)).Append("\">")
                .Append(ObjectShape.MoreText(more)).Append("</td></tr>");
        html.Append("</tbody></table>");
    }

    private static void AppendDictionary(StringBuilder html, IDictionary dictionary, int depth)
    {
        html.Append("<table><thead><tr><th>key</th><th>value</th></tr></thead><tbody>");
        var shown = 0;
        foreach (DictionaryEntry entry in dictionary)
        {
            if (shown++ == ObjectShape.ItemLimit) break;
            html.Append("<tr>");
            Cell(html, entry.Key, depth);
            Cell(html, entry.Value, depth);
            html.Append("</tr>");
        }
        if (dictionary.Count > ObjectShape.ItemLimit)
            html.Append("<tr><td colspan=\"2\">").Append(ObjectShape.MoreText(dictionary.Count - ObjectShape.ItemLimit))
                .Append("</td></tr>");
        html.Append("</tbody></table>");
    }

    private static void AppendMatrix(StringBuilder html, Array array, int depth)
    {
        var (rows, columns) = (array.GetLength(0), array.GetLength(1));
        var shownRows = Math.Min(rows, ObjectShape.ItemLimit);
        var shownColumns = Math.Min(columns, ObjectShape.ItemLimit);
        html.Append("<table><tbody>");
        for (var i = 0; i < shownRows; i++)
        {
            html.Append("<tr>");
            for (var j = 0; j < shownColumns; j++)
                Cell(html, array.GetValue(array.GetLowerBound(0) + i, array.GetLowerBound(1) + j), depth);
            if (columns > shownColumns) Cell(html, "td", ObjectShape.MoreText(columns - shownColumns));
            html.Append("</tr>");
        }
        if (rows > shownRows)
            html.Append("<tr><td colspan=\"").Append(shownColumns).Append("\">")
                .Append(ObjectShape.MoreText(rows - shownRows)).Append("</td></tr>");
        html.Append("</tbody></table>");
    }

    private static void AppendMembers(StringBuilder html, object value, int depth)
    {
        var type = value.GetType();
        html.Append("<table><tbody>");
        foreach (var (name, read) in ObjectShape.Members(type))
        {
            html.Append("<tr>");
            Cell(html, "th", name);
            Cell(html, ObjectShape.Read(read, value), depth);
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
    }

    private static void Cell(StringBuilder html, object? value, int depth)
    {
        html.Append("<td>");
        Append(html, value, depth + 1);
        html.Append("</td>");
    }

    private static void Cell(StringBuilder html, string tag, string text)
    {
        html.Append('<').Append(tag).Append('>');
        AppendText(html, text);
        html.Append("</").Append(tag).Append('>');
    }

    private static void AppendPre(StringBuilder html, string text)
    {
        html.Append("<pre>");
        AppendText(html, text);
        html.Append("</pre>");
    }

    private static void AppendText(StringBuilder html, string text)
    {
        foreach (var character in text)
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(character),
            };
    }
}
