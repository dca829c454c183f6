using System.Text;

namespace NotebookKernel.Display;

/// <summary>
/// What a cell can call on a value: <c>x.Display()</c>, <c>"…".DisplayAs(mime)</c>, <c>rows.DisplayTable()</c>.
/// </summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell; as <c>display(value)</c> does.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        CellFunctions.display(value, mimeTypes);

    /// <summary>Shows a text as what it is, for example as <c>text/markdown</c>.</summary>
    public static DisplayedValue DisplayAs(this string text, string mimeType) =>
        CellFunctions.display(new Markup(mimeType, text));

    /// <summary>Shows a sequence as a table: one row an item, one column a property.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var shown = items.ToArray();
        var html = new StringBuilder();
        HtmlText.Table(html, shown);
        var bundle = new MimeBundle("text/html", html.ToString()) { ["text/plain"] = PlainText.Of(shown) };
        return CellFunctions.display(bundle);
    }
}
