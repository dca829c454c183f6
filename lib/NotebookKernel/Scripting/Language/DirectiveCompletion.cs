using NotebookKernel.Directives;

namespace NotebookKernel.Scripting.Language;

/// <summary>Directives and the paths they name.</summary>
internal static class DirectiveCompletion
{
    private static readonly string[] Libraries = [".dll"];
    private static readonly string[] Scripts = [".csx", ".cs"];
    private static readonly string[] Notebooks = [".ipynb", ".dib", ".csx", ".cs"];

    /// <summary>What fits a line that begins with <c>#</c>; null for any other line.</summary>
    /// <param name="folder">The folder to which paths are relative.</param>
    public static CompletionList? Complete(string code, int position, string folder)
    {
        var start = code.LastIndexOf('\n', Math.Max(0, position - 1));
        start = position == 0 ? 0 : start + 1;
        var before = code[start..position];
        var indent = before.Length - before.TrimStart().Length;
        before = before[indent..];
        if (!before.StartsWith('#')) return null;
        start += indent;
        var gap = before.IndexOfAny([' ', '\t', '"']);
        if (gap < 0) return Names(before, start, WordEnd(code, position));
        var argument = before[gap..].TrimStart();
        var extensions = before[..gap] switch
        {
            "#r" when argument.StartsWith('"') => Libraries,
            "#load" when argument.StartsWith('"') => Scripts,
            "#!import" => Notebooks,
            _ => null,
        };
        if (extensions is null || argument.TrimStart('"').Contains('"', StringComparison.Ordinal))
            return CompletionList.None(position);
        return Paths(argument.TrimStart('"'), position, folder, extensions);
    }

    private static CompletionList Names(string typed, int start, int end)
    {
        var candidates = new Candidates(typed);
        foreach (var directive in Directive.All)
            candidates.Add(directive.Name, CompletionKind.Directive, Nearness.Rest, () => directive.Help);
        return new CompletionList(start, end, candidates.ToList());
    }

    // Only the part after the last separator is replaced, so that the items read like a listing of the folder.
    private static CompletionList Paths(string typed, int position, string folder, string[] extensions)
    {
        var cut = typed.LastIndexOfAny(['/', '\\']) + 1;
        var (place, name) = (typed[..cut], typed[cut..]);
        var candidates = new Candidates(name);
        try
        {
            var directory = new DirectoryInfo(Path.Combine(folder, place.Replace('\\', '/')));
            if (name.StartsWith('.') || name.Length == 0)
                candidates.Add("../", CompletionKind.Folder, Nearness.Rest, () => "the folder above");
            foreach (var inner in directory.EnumerateDirectories())
                if (name.StartsWith('.') || !inner.Name.StartsWith('.'))
                    candidates.Add(inner.Name + "/", CompletionKind.Folder, Nearness.Member, () => inner.Name);
            foreach (var file in directory.EnumerateFiles())
                if (extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
                    candidates.Add(file.Name, CompletionKind.File, Nearness.Variable, () => file.Name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Half a path names no folder yet.
        }
        return new CompletionList(position - name.Length, position, candidates.ToList());
    }

    private static int WordEnd(string code, int position)
    {
        while (position < code.Length && !char.IsWhiteSpace(code[position])) position++;
        return position;
    }
}
