using System.Collections.Frozen;

namespace GenAiCourse.Text;

/// <summary>Reads the word lists of the lemmatizer.</summary>
internal static class LemmaTables
{
    /// <summary>Lines such as "go: goes went gone going" as a table from form to lemma; later lines give way.</summary>
    public static FrozenDictionary<string, string> Forms(string lines)
    {
        var lemmas = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in lines.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            foreach (var form in Split(entry[(colon + 1)..])) lemmas.TryAdd(form, entry[..colon].Trim());
        }
        return lemmas.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static FrozenSet<string> Set(string words) => Split(words).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Split(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
