using System.Globalization;
using System.Text;

namespace NotebookKernel.Scripting;

/// <summary>Shows the line of a cell that a message speaks of.</summary>
internal static class SourceExcerpt
{
    private const int MostCharacters = 160;

    /// <summary>The line with its number, and below it a mark at the column.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="line">1-based.</param>
    /// <param name="column">1-based; 0 for no mark.</param>
    /// <returns>Null when the cell has no such line, or one that is empty or too long to be read.</returns>
    public static string? Of(string code, int line, int column)
    {
        var lines = code.Split('\n');
        if (line < 1 || line > lines.Length) return null;
        var text = lines[line - 1].TrimEnd('\r');
        if (string.IsNullOrWhiteSpace(text) || text.Length > MostCharacters) return null;
        var excerpt = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{line,4} | {text}");
        if (column < 1 || column > text.Length + 1) return excerpt.ToString();
        excerpt.Append("\n     | ");
        foreach (var character in text.AsSpan(0, column - 1)) excerpt.Append(character == '\t' ? '\t' : ' ');
        return excerpt.Append('^').ToString();
    }
}
