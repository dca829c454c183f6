using System.Net;
using System.Text;
using static System.FormattableString;

namespace GenAiCourse.Display;

/// <summary>A table as a value: shown as HTML, and as text with columns set flush.</summary>
[TypeFormatterSource(typeof(DisplayFormatters), PreferredMimeTypes = [DisplayFormatters.Html, DisplayFormatters.Plain])]
public sealed record Table : IDisplayable
{
    /// <param name="columns">The headings.</param>
    /// <param name="rows">The cells of each row, one for each heading.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are headings.</exception>
    public Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        for (var i = 0; i < rows.Count; i++)
            if (rows[i].Count != columns.Count)
                throw new ArgumentException(
                    $"row {i}: expected {columns.Count} cells, one per column, got {rows[i].Count}",
                    nameof(rows));
        (Columns, Rows) = (columns, rows);
    }

    /// <summary>The headings.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The cells, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; }

    /// <summary>What stands above the table; empty for nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>A row for each item, a column for each named value of it.</summary>
    /// <param name="items">The rows.</param>
    /// <param name="columns">A heading, and what stands below it.</param>
    public static Table Of<T>(IEnumerable<T> items, params (string Heading, Func<T, object?> Value)[] columns) =>
        new([.. columns.Select(column => column.Heading)],
            [.. items.Select(item => (IReadOnlyList<object?>)[.. columns.Select(column => column.Value(item))])]);

    /// <summary>The table as HTML, numbers flush right.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<table>");
        if (Title.Length > 0) html.Append(Invariant($"<caption>{Escape(Title)}</caption>"));
        html.Append("<thead><tr>");
        for (var column = 0; column < Columns.Count; column++)
            html.Append(Invariant($"<th{Align(column)}>{Escape(Columns[column])}</th>"));
        html.Append("</tr></thead><tbody>");
        foreach (var row in Rows)
        {
            html.Append("<tr>");
            for (var column = 0; column < row.Count; column++)
                html.Append(Invariant($"<td{Align(column)}>{Escape(Numbers.Cell(row[column]))}</td>"));
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>The table as text: a line for the headings, a rule, a line for each row.</summary>
    public override string ToString()
    {
        var widths = Columns.Select((heading, column) =>
            Rows.Select(row => Numbers.Cell(row[column]).Length).Append(heading.Length).Max()).ToArray();
        var lines = new List<string>();
        if (Title.Length > 0) lines.Add(Title);
        lines.Add(Join(Columns));
        lines.Add(string.Join("  ", widths.Select(width => new string('-', width))));
        lines.AddRange(Rows.Select(row => Join([.. row.Select(Numbers.Cell)])));
        return string.Join('\n', lines);

        string Join(IReadOnlyList<string> cells) => string.Join("  ", cells.Select((cell, column) =>
            IsNumeric(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd();
    }

    string? IDisplayable.Represent(string mimeType) => mimeType switch
    {
        DisplayFormatters.Html => ToHtml(),
        DisplayFormatters.Plain => ToString(),
        _ => null,
    };

    private bool IsNumeric(int column) => Rows.Any(row => Numbers.IsNumber(row[column]))
        && Rows.All(row => row[column] is null || Numbers.IsNumber(row[column]));

    private string Align(int column) =>
        IsNumeric(column) ? " style=\"text-align:right\"" : " style=\"text-align:left\"";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
