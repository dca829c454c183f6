namespace GenAiCourse.Text;

/// <summary>Cuts English text into sentences by rules.</summary>
/// <remarks>
/// A sentence ends at "!", "?" or "…", or at a period that no abbreviation, initial or number owns, with the quotes and
/// brackets that close after it, where white space follows; and at every empty line. A small letter goes on with the
/// sentence after an ellipsis, several signs or a quote ("Why?" he said). After an abbreviation that may end a sentence
/// ("Inc.", "U.S."), it ends if a word follows that likes to begin one. A title or a caption without a period is joined
/// to what follows. Another way learns the abbreviations: Kiss and Strunk, 2006, https://aclanthology.org/J06-4003.
/// </remarks>
public static class SentenceSplitter
{
    private const string Closers = "\"'”’)]}»";
    private const string Openers = "\"'“‘([{«*-–—•";

    /// <summary>The sentences in their order, without the white space between them; none for white space.</summary>
    public static IReadOnlyList<TextSegment> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<TextSegment>();
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = EndAt(text, start, at);
            if (end > start)
            {
                Add(text, start, end, sentences);
                start = end;
            }
            at = Math.Max(at + 1, end);
        }
        Add(text, start, text.Length, sentences);
        return sentences;
    }

    // Where the sentence that may end at this sign has ended; 0 where it goes on.
    private static int EndAt(string text, int start, int at)
    {
        if (text[at] == '\n') return IsEmptyLine(text, at) ? at : 0;
        if (!IsEnd(text[at]) || (at > start && IsEnd(text[at - 1]))) return 0;
        var end = at;
        while (end < text.Length && IsEnd(text[end])) end++;
        var run = text.AsSpan(at, end - at);
        var closes = end < text.Length && Closers.Contains(text[end], StringComparison.Ordinal);
        while (end < text.Length && Closers.Contains(text[end], StringComparison.Ordinal)) end++;
        if (end == text.Length) return end;
        if (!char.IsWhiteSpace(text[end])) return 0;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        while (next < text.Length && Openers.Contains(text[next], StringComparison.Ordinal)) next++;
        if (next == text.Length) return end;
        if (char.IsLower(text[next]) && (closes || run is not ("." or "!" or "?"))) return 0;
        return run is "." && !closes && IsOwned(text, start, at, next) ? 0 : end;
    }

    private static bool IsEnd(char sign) => sign is '.' or '!' or '?' or '…';

    private static bool IsEmptyLine(string text, int at)
    {
        while (++at < text.Length && char.IsWhiteSpace(text[at]))
            if (text[at] == '\n') return true;
        return false;
    }

    // Whether the period belongs to the word before it and ends nothing.
    private static bool IsOwned(string text, int start, int period, int next)
    {
        while (char.IsWhiteSpace(text[start])) start++;
        var first = period;
        while (first > start && !char.IsWhiteSpace(text[first - 1])
            && !Openers.Contains(text[first - 1], StringComparison.Ordinal)) first--;
        var word = text.AsSpan(first..period);
        if (word.IsEmpty) return false;
        var isNumber = int.TryParse(word, out _);
        if (isNumber) return first == start && word.Length <= 2;        // "2. Press the button."
        if (Abbreviations.IsInitial(word)) return word[0] != 'I' && (char.IsUpper(word[0]) || first == start);
        if (word.Contains('.')) return IsDotted(word) && !StartsSentence(text, next);
        if (Abbreviations.IsBeforeNumber(word)) return char.IsDigit(text[next]);
        if (Abbreviations.IsTitle(word)) return char.IsUpper(word[0]) || !IsCommon(word);
        return Abbreviations.IsOther(word) && !IsCommon(word) && !StartsSentence(text, next);
    }

    private static bool IsCommon(ReadOnlySpan<char> word) => Abbreviations.IsWord(word) && char.IsLower(word[0]);

    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i += 2)
            if (word[i] != '.') return false;
        return true;
    }

    private static bool StartsSentence(string text, int next)
    {
        var end = next;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return char.IsUpper(text[next]) && Abbreviations.IsStarter(text.AsSpan(next..end));
    }

    private static void Add(string text, int start, int end, List<TextSegment> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(new TextSegment(text[start..end], start));
    }
}
