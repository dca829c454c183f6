using Spectre.Console;

namespace CourseCli;

/// <summary>A table: drawn with lines where a person watches, in plain aligned columns elsewhere.</summary>
/// <param name="columns">The headings; one that starts with '&gt;' is aligned to the right.</param>
internal sealed class TextTable(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row, one text a column.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the table.</summary>
    public void Write(Surroundings surroundings)
    {
        if (surroundings.IsInteractive) WriteDrawn(surroundings.Output);
        else WritePlain(surroundings.Output);
    }

    private static bool IsRight(string heading) => heading.StartsWith('>');

    private void WriteDrawn(TextWriter output)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var heading in columns)
        {
            var column = new TableColumn(Markup.Escape(heading.TrimStart('>')));
            table.AddColumn(IsRight(heading) ? column.RightAligned() : column);
        }
        foreach (var row in _rows) table.AddRow([.. row.Select(Markup.Escape)]);
        Terminal.On(output).Write(table);
    }

    private void WritePlain(TextWriter output)
    {
        var headings = columns.Select(heading => heading.TrimStart('>')).ToArray();
        var widths = headings.Select((heading, i) => _rows.Select(row => row[i].Length).Append(heading.Length).Max())
            .ToArray();
        foreach (var row in _rows.Prepend(headings))
            output.WriteLine(string.Join("  ", row.Select((cell, i) =>
                IsRight(columns[i]) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd());
    }
}
