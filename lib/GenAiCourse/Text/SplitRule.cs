namespace GenAiCourse.Text;

/// <summary>How a text is cut into the pieces within which byte pairs merge.</summary>
/// <remarks>
/// The patterns are those that OpenAI publishes with tiktoken, https://github.com/openai/tiktoken
/// (tiktoken_ext/openai_public.py), here as regular expressions; <see cref="PieceScanner"/> reads them without one.
/// Which character is a letter is decided by the Unicode version of .NET.
/// </remarks>
public enum SplitRule
{
    /// <summary>
    /// GPT-2: <c>'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+</c>.
    /// </summary>
    Gpt2,

    /// <summary>
    /// GPT-3.5 and GPT-4: <c>(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}|
    /// ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+</c>.
    /// </summary>
    Cl100kBase,

    /// <summary>
    /// GPT-4o: with U = <c>[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]</c>, V = <c>[\p{Ll}\p{Lm}\p{Lo}\p{M}]</c> and
    /// S = <c>(?i:'s|'t|'re|'ve|'m|'ll|'d)?</c>: <c>[^\r\n\p{L}\p{N}]?U*V+S|[^\r\n\p{L}\p{N}]?U+V*S|\p{N}{1,3}|
    /// ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+</c>.
    /// </summary>
    O200kBase,
}
