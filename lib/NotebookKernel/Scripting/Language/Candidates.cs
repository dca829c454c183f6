using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel.Scripting.Language;

/// <summary>How near a candidate is to the reader; smaller comes first.</summary>
internal enum Nearness
{
    /// <summary>Of the type that the place wants.</summary>
    Wanted,

    /// <summary>Locals, parameters and the variables of the session.</summary>
    Variable,

    /// <summary>Members, functions.</summary>
    Member,

    /// <summary>Types, namespaces, words of the language.</summary>
    Rest,
}

/// <summary>Gathers what fits the word at the caret, and puts it in order.</summary>
/// <param name="typed">What stands before the caret of the word.</param>
internal sealed class Candidates(string typed)
{
    private readonly Dictionary<string, Candidate> _byText = new(StringComparer.Ordinal);

    /// <summary>True when a name fits what was typed; asked first, because names are cheaper than symbols.</summary>
    public bool Fits(string name) => NameMatcher.Match(name, typed) is not null;

    /// <summary>Adds a candidate that fits; of two with one text the nearer one stays.</summary>
    /// <param name="name">What is compared with the typed text; null for the text itself.</param>
    public void Add(
        string text, CompletionKind kind, Nearness nearness, Func<string> describe, string? name = null)
    {
        if (NameMatcher.Match(name ?? text, typed) is not { } match) return;
        if (_byText.TryGetValue(text, out var other) && other.Nearness <= nearness) return;
        _byText[text] = new Candidate(new CompletionItem(text, kind, describe), match, nearness);
    }

    /// <summary>Adds words of the language that fit.</summary>
    public void AddKeywords(IEnumerable<string> words)
    {
        foreach (var word in words) Add(word, CompletionKind.Keyword, Nearness.Rest, () => $"{word} (keyword)");
    }

    /// <summary>The list in its order.</summary>
    public IReadOnlyList<CompletionItem> ToList() =>
    [
        .. _byText.Values
            .OrderBy(candidate => candidate.Match == NameMatch.Humps)
            .ThenBy(candidate => candidate.Nearness != Nearness.Wanted)
            .ThenBy(candidate => candidate.Match)
            .ThenBy(candidate => candidate.Nearness)
            .ThenBy(candidate => candidate.Item.Text, StringComparer.OrdinalIgnoreCase)
            .ThenBy(candidate => candidate.Item.Text, StringComparer.Ordinal)
            .Select(candidate => candidate.Item),
    ];

    /// <summary>A name as it is written in code: <c>@class</c> for <c>class</c>.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private sealed record Candidate(CompletionItem Item, NameMatch Match, Nearness Nearness);
}
