using System.Text;

namespace NotebookKernel.Notebooks;

/// <summary>
/// Text as a terminal shows it in the end: a progress bar that was drawn over itself leaves its last state.
/// </summary>
internal static class TerminalText
{
    private const string EraseLine = "\u001b[2K";
    private const string EraseRest = "\u001b[K";

    /// <summary>Applies carriage returns and backspaces; line ends are always <c>\n</c>.</summary>
    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAny('\r', '\b')) return text;
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return string.Join('\n', lines.Select(FoldLine));
    }

    private static string FoldLine(string line)
    {
        if (!line.AsSpan().ContainsAny('\r', '\b')) return line;
        var shown = new StringBuilder();
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\r') column = 0;
            else if (line[i] == '\b') column = Math.Max(0, column - 1);
            else if (StartsAt(line, i, EraseLine))
            {
                shown.Clear();
                column = 0;
                i += EraseLine.Length - 1;
            }
            else if (StartsAt(line, i, EraseRest))
            {
                shown.Length = Math.Min(shown.Length, column);
                i += EraseRest.Length - 1;
            }
            else if (column < shown.Length) shown[column++] = line[i];
            else
            {
                shown.Append(line[i]);
                column++;
            }
        }
        return shown.ToString();
    }

    private static bool StartsAt(string line, int index, string sequence) =>
        string.CompareOrdinal(line, index, sequence, 0, sequence.Length) == 0;
}
