using System.Buffers;

namespace GenAiCourse.Text;

/// <summary>What every stemmer does around its rules: lower case, a place to work in, one string at the end.</summary>
internal static class Stemming
{
    private const int MostOnStack = 128;

    /// <summary>Takes the suffixes off lower-case letters in place; what it returns is a part of them.</summary>
    public delegate ReadOnlySpan<char> Rules(Span<char> letters);

    /// <summary>The stem of a word: the same string where nothing changes.</summary>
    public static string Stem(string word, Rules rules)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length <= MostOnStack) return Stem(word, stackalloc char[MostOnStack], rules);
        var rented = ArrayPool<char>.Shared.Rent(word.Length);
        var stem = Stem(word, rented, rules);
        ArrayPool<char>.Shared.Return(rented);
        return stem;
    }

    private static string Stem(string word, Span<char> buffer, Rules rules)
    {
        var letters = buffer[..word.Length];
        word.AsSpan().ToLowerInvariant(letters);
        var stem = rules(letters);
        return stem.SequenceEqual(word) ? word : stem.ToString();
    }
}
