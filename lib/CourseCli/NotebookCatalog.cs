using System.Globalization;
using NotebookKernel.Directives;

namespace CourseCli;

/// <summary>The notebooks of the repository, and what a word on the command line means among them.</summary>
public sealed class NotebookCatalog
{
    private const int NearNames = 3;
    private readonly CourseRepository _repository;
    private readonly string _currentDirectory;

    /// <summary>Reads the names of the files under notebooks/*/NN-name.ipynb.</summary>
    public NotebookCatalog(CourseRepository repository, string currentDirectory)
    {
        _repository = repository;
        _currentDirectory = currentDirectory;
        Entries = Directory.Exists(repository.Notebooks)
            ?
            [
                .. Directory.EnumerateDirectories(repository.Notebooks).SelectMany(Numbered)
                    .OrderBy(entry => entry.Number).ThenBy(entry => entry.Name, StringComparer.Ordinal),
            ]
            : [];
    }

    /// <summary>All numbered notebooks, by number.</summary>
    public IReadOnlyList<NotebookEntry> Entries { get; }

    /// <summary>The notebooks that the selectors mean, each once, in the order of the selectors.</summary>
    /// <exception cref="UsageException">A selector means nothing.</exception>
    public IReadOnlyList<NotebookEntry> Select(IEnumerable<string> selectors) =>
        [.. selectors.SelectMany(SelectOne).DistinctBy(entry => entry.File)];

    private IEnumerable<NotebookEntry> SelectOne(string selector)
    {
        if (selector.StartsWith('-')) throw new UsageException($"no option '{selector}'; try `course run --help`");
        if (selector == "all")
            return Entries.Count > 0
                ? Entries
                : throw new UsageException($"no notebooks under {_repository.Notebooks}");
        if (int.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return NotEmpty(Entries.Where(entry => entry.Number == number), selector);
        if (FindOnDisk(selector) is { } found) return found;
        if (selector.EndsWith(".ipynb", StringComparison.Ordinal) && selector.AsSpan().ContainsAny('/', '\\'))
            throw new UsageException(
                $"no such file: {selector}; {WhatThereIs(Path.GetFileNameWithoutExtension(selector))}");
        var name = selector.TrimEnd('/', '\\');
        return NotEmpty(
            Entries.Where(entry => entry.Level == name || entry.ShortName == name
                || Path.GetFileName(entry.File) == name),
            selector);
    }

    // A path as the user sees it from here, or as the repository has it.
    private NotebookEntry[]? FindOnDisk(string selector)
    {
        foreach (var start in new[] { _currentDirectory, _repository.Root, _repository.Notebooks })
        {
            var path = Path.GetFullPath(Path.Combine(start, selector));
            if (File.Exists(path)) return [NotebookEntry.Of(path, _repository)];
            if (!Directory.Exists(path)) continue;
            var folder = path.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
            var inside = Entries.Where(entry => entry.File.StartsWith(folder, StringComparison.Ordinal)).ToArray();
            if (inside.Length == 0) inside = [.. Numbered(path).OrderBy(entry => entry.Number)];
            if (inside.Length > 0) return inside;
        }
        return null;
    }

    private IEnumerable<NotebookEntry> Numbered(string folder) => Directory
        .EnumerateFiles(folder, "*.ipynb")
        .Select(file => NotebookEntry.Of(file, _repository))
        .Where(entry => entry.Number is not null);

    private List<NotebookEntry> NotEmpty(IEnumerable<NotebookEntry> found, string selector)
    {
        var entries = found.ToList();
        return entries.Count > 0
            ? entries
            : throw new UsageException($"no notebook '{selector}'; {WhatThereIs(selector)}");
    }

    private string WhatThereIs(string selector)
    {
        if (Entries.Count == 0) return $"there are none under {_repository.Notebooks}";
        var near = Entries
            .Select(entry => (entry.ShortName, Distance: EditDistance.Of(selector, entry.ShortName)))
            .Concat(Entries.Select(entry => entry.Level).Distinct()
                .Select(level => (level, EditDistance.Of(selector, level))))
            .Where(name => name.Item2 <= Math.Max(2, selector.Length / 3)
                || name.Item1.Contains(selector, StringComparison.OrdinalIgnoreCase))
            .OrderBy(name => name.Item2)
            .Take(NearNames)
            .Select(name => name.Item1)
            .ToArray();
        var meant = near.Length > 0 ? $"did you mean {string.Join(" or ", near)}? " : "";
        var levels = string.Join(", ", Entries.Select(entry => entry.Level).Distinct());
        return string.Create(CultureInfo.InvariantCulture,
            $"{meant}there are {Entries.Count}: {Entries[0].Number} to {Entries[^1].Number}, in {levels}, or all");
    }
}
