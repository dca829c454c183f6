using System.Buffers;

namespace GenAiCourse.Text;

/// <summary>Finds names of special tokens in a text: the leftmost, and of those that start there the longest.</summary>
internal sealed class SpecialTokenSearch
{
    private readonly SearchValues<string> _names;
    private readonly string[] _longestFirst;

    /// <param name="names">The names to look for; none is empty.</param>
    public SpecialTokenSearch(IEnumerable<string> names)
    {
        _longestFirst = [.. names.OrderByDescending(name => name.Length)];
        _names = SearchValues.Create(_longestFirst, StringComparison.Ordinal);
    }

    /// <summary>The first name in the text, and where it starts.</summary>
    public bool TryFind(ReadOnlySpan<char> text, out int index, out string name)
    {
        (index, name) = (text.IndexOfAny(_names), "");
        if (index < 0) return false;
        foreach (var candidate in _longestFirst)
            if (text[index..].StartsWith(candidate, StringComparison.Ordinal))
            {
                name = candidate;
                break;
            }
        return true;
    }
}
