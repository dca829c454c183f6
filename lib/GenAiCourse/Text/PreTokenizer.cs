using System.Text.RegularExpressions;

namespace GenAiCourse.Text;

/// <summary>
/// Cuts a text into the pieces within which byte pairs may merge: words, numbers, punctuation, white space.
/// </summary>
/// <remarks>
/// GPT-2's pattern: Radford et al., 2019, https://github.com/openai/gpt-2. A word keeps the space before it.
/// </remarks>
internal static partial class PreTokenizer
{
    /// <summary>The pieces of <paramref name="text"/>, in order; joined again they are the text.</summary>
    public static Regex.ValueMatchEnumerator Pieces(ReadOnlySpan<char> text) => Pattern().EnumerateMatches(text);

    [GeneratedRegex(
        @"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
