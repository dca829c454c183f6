using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel.Scripting.Language;

/// <summary>A cell's text as the compiler can read it.</summary>
internal static class CellCode
{
    /// <summary>How cells are parsed when no session is at hand.</summary>
    public static readonly CSharpParseOptions ParseOptions =
        CSharpParseOptions.Default.WithKind(Microsoft.CodeAnalysis.SourceCodeKind.Script)
            .WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>
    /// The text with spaces in place of the lines that are the kernel's: every position stays what it was.
    /// </summary>
    public static string WithoutDirectives(string code)
    {
        if (!code.Contains('#', StringComparison.Ordinal)) return code;
        var text = code.ToCharArray();
        for (int start = 0, end; start < code.Length; start = end + 1)
        {
            end = code.IndexOf('\n', start);
            if (end < 0) end = code.Length;
            if (IsDirective(code.AsSpan()[start..end])) text.AsSpan()[start..end].Fill(' ');
        }
        return new string(text);
    }

    /// <summary>True for a line that the kernel reads and the compiler does not.</summary>
    public static bool IsDirective(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return line.StartsWith("#!", StringComparison.Ordinal) || line.StartsWith("#i ", StringComparison.Ordinal)
            || (line.StartsWith("#r", StringComparison.Ordinal)
                && line[2..].TrimStart().StartsWith("\"nuget:", StringComparison.OrdinalIgnoreCase));
    }
}
