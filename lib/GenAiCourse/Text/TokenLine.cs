using System.Text;

namespace GenAiCourse.Text;

/// <summary>
/// The tokens of one text, written one after another with single spaces between them, so that every n-gram is a span.
/// </summary>
/// <remarks>One line serves many texts; it is not for two threads at once.</remarks>
internal sealed class TokenLine(VectorizerOptions options)
{
    // ASCII's letters of words in lower case, and as they are; 0 for what stands between words.
    private static readonly byte[] LowerCase = AsciiWords(lower: true);
    private static readonly byte[] AsIs = AsciiWords(lower: false);

    private readonly byte[] _ascii = options.Lowercase ? LowerCase : AsIs;
    private char[] _line = new char[256];
    private int[] _starts = new int[64];
    private int[] _ends = new int[64];
    private int _length;

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>The tokens from one to another, joined by spaces.</summary>
    public ReadOnlySpan<char> Span(int first, int last) => _line.AsSpan(_starts[first].._ends[last]);

    /// <summary>Takes the tokens of another text.</summary>
    public void Read(string text)
    {
        (Count, _length) = (0, 0);
        if (options.Tokenizer is { } tokenizer)
        {
            foreach (var token in tokenizer(options.Lowercase ? PythonText.Lower(text) : text)) Add(token);
            return;
        }
        if (!Ascii.IsValid(text))
        {
            ReadUnicode(options.Lowercase ? PythonText.Lower(text) : text);
            return;
        }
        if (_line.Length < text.Length + 1) _line = new char[Math.Max(text.Length + 1, 2 * _line.Length)];
        ReadAscii(text);
    }

    private void ReadAscii(string text)
    {
        var (line, ascii, end) = (_line, _ascii, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = ascii[text[i] & 127];
            if (letter == 0) continue;
            var start = end;
            do
            {
                line[end++] = (char)letter;
                if (++i == text.Length) break;
                letter = ascii[text[i] & 127];
            }
            while (letter != 0);
            if (end - start < 2 || IsStopWord(line.AsSpan(start..end))) end = start;
            else
            {
                Mark(start, end);
                line[end++] = ' ';
            }
        }
        _length = end;
    }

    private void ReadUnicode(string text)
    {
        var (start, runes) = (0, 0);
        for (var i = 0; i <= text.Length;)
        {
            var isEnd = i == text.Length;
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var width);
            if (!isEnd && PythonText.IsWord(rune))
            {
                if (runes++ == 0) start = i;
            }
            else
            {
                if (runes >= 2) Add(text.AsSpan(start..i));
                runes = 0;
            }
            i += isEnd ? 1 : width;
        }
    }

    private void Add(ReadOnlySpan<char> token)
    {
        if (IsStopWord(token)) return;
        if (_length + token.Length + 1 > _line.Length)
            Array.Resize(ref _line, Math.Max(2 * _line.Length, _length + token.Length + 1));
        token.CopyTo(_line.AsSpan(_length));
        Mark(_length, _length + token.Length);
        _length += token.Length;
        _line[_length++] = ' ';
    }

    private bool IsStopWord(ReadOnlySpan<char> token) =>
        options.StopWords is { Count: > 0 } stopWords && stopWords.Contains(token.ToString());

    private void Mark(int start, int end)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, 2 * Count);
            Array.Resize(ref _ends, 2 * Count);
        }
        (_starts[Count], _ends[Count]) = (start, end);
        Count++;
    }

    private static byte[] AsciiWords(bool lower)
    {
        var table = new byte[128];
        for (var i = 0; i < table.Length; i++)
            if (char.IsAsciiLetterOrDigit((char)i) || i == '_')
                table[i] = (byte)(lower ? char.ToLowerInvariant((char)i) : i);
        return table;
    }
}
