using System.Globalization;
using System.Text;

namespace GenAiCourse.Text;

/// <summary>A byte-level byte-pair encoding: text to token ids and back, without loss for any text.</summary>
/// <remarks>
/// Ids 0–255 are the bytes; id 256 + i is what merge i made; special tokens come last. Pairs merge only within the
/// pieces that <see cref="SplitRule.Gpt2"/> cuts. Sennrich, Haddow and Birch, 2016, https://arxiv.org/abs/1508.07909;
/// on bytes: Radford et al., 2019 (GPT-2), section 2.2.
/// </remarks>
public sealed class BytePairEncoding
{
    private readonly Dictionary<(int Left, int Right), int> _merged = [];
    private readonly List<byte[]> _bytes = [];
    private readonly Dictionary<string, int[]> _cache = new(StringComparer.Ordinal);

    /// <param name="merges">
    /// The pairs of ids that merge, first learned first; each may use what earlier ones made.
    /// </param>
    /// <param name="specialTokens">Tokens that no text encodes to, such as "&lt;|endoftext|&gt;".</param>
    /// <exception cref="ArgumentException">
    /// A merge uses an id that does not exist yet, or stands there twice.
    /// </exception>
    public BytePairEncoding(IReadOnlyList<(int Left, int Right)> merges, params string[] specialTokens)
    {
        for (var value = 0; value < 256; value++) _bytes.Add([(byte)value]);
        foreach (var (left, right) in merges)
        {
            var next = _bytes.Count;
            if (left < 0 || left >= next || right < 0 || right >= next)
                throw new ArgumentException(
                    $"merge {next - 256}: expected ids in [0, {next}), got ({left}, {right})", nameof(merges));
            if (!_merged.TryAdd((left, right), next))
                throw new ArgumentException(
                    $"merge {next - 256}: the pair ({left}, {right}) merges already", nameof(merges));
            _bytes.Add([.. _bytes[left], .. _bytes[right]]);
        }
        Merges = [.. merges];
        SpecialTokens = specialTokens.Select((token, i) => (token, Id: _bytes.Count + i))
            .ToDictionary(pair => pair.token, pair => pair.Id, StringComparer.Ordinal);
    }

    /// <summary>The pairs of ids that merge, first learned first.</summary>
    public IReadOnlyList<(int Left, int Right)> Merges { get; }

    /// <summary>The special tokens and their ids.</summary>
    public IReadOnlyDictionary<string, int> SpecialTokens { get; }

    /// <summary>How many ids there are: 256 bytes, the merges, and the special tokens.</summary>
    public int VocabularySize => _bytes.Count + SpecialTokens.Count;

    /// <summary>Learns the merges that shorten a collection of texts the most, one greedy step at a time.</summary>
    /// <param name="texts">The texts to learn from.</param>
    /// <param name="vocabularySize">Ids in all; 256 plus the special tokens at the least.</param>
    /// <param name="specialTokens">Tokens that no text encodes to.</param>
    /// <returns>An encoding of that size, or smaller when no pair is left that occurs twice.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="vocabularySize"/> is below 256 plus the special tokens.
    /// </exception>
    public static BytePairEncoding Train(IEnumerable<string> texts, int vocabularySize, params string[] specialTokens)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabularySize, 256 + specialTokens.Length);
        var words = BytePairTrainer.CountWords(texts);
        return new BytePairEncoding(
            new BytePairTrainer(words).Learn(vocabularySize - 256 - specialTokens.Length), specialTokens);
    }

    /// <summary>The ids of <paramref name="text"/>; special tokens in it are read as ordinary text.</summary>
    /// <exception cref="ArgumentException">
    /// <paramref name="text"/> holds half of a surrogate pair, which UTF-8 cannot say.
    /// </exception>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ids = new List<int>(text.Length / 3 + 1);
        var cache = _cache.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < text.Length;)
        {
            var end = PieceScanner.End(SplitRule.Gpt2, text, start);
            var word = text.AsSpan(start, end - start);
            if (!cache.TryGetValue(word, out var encoded)) cache[word] = encoded = EncodeWord(word);
            ids.AddRange(encoded);
            start = end;
        }
        return [.. ids];
    }

    /// <summary>The text of <paramref name="ids"/>; special tokens appear by name, broken UTF-8 as U+FFFD.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id lies outside [0, <see cref="VocabularySize"/>).</exception>
    public string Decode(IEnumerable<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Encoding.UTF8.GetString([.. ids.SelectMany(id => BytesOf(id).ToArray())]);
    }

    /// <summary>The bytes that an id stands for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="id"/> lies outside [0, <see cref="VocabularySize"/>).
    /// </exception>
    public ReadOnlySpan<byte> BytesOf(int id)
    {
        if (id < 0 || id >= VocabularySize)
            throw new ArgumentOutOfRangeException(nameof(id), id, $"expected an id in [0, {VocabularySize})");
        return id < _bytes.Count
            ? _bytes[id]
            : Encoding.UTF8.GetBytes(SpecialTokens.First(pair => pair.Value == id).Key);
    }

    /// <summary>Writes the merges, one a line, and the special tokens: all that <see cref="Load"/> needs.</summary>
    public void Save(string path) => File.WriteAllLines(path,
        [Header, .. SpecialTokens.OrderBy(pair => pair.Value).Select(pair => "! " + pair.Key),
            .. Merges.Select(merge => string.Create(CultureInfo.InvariantCulture, $"{merge.Left} {merge.Right}"))]);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not one that <see cref="Save"/> wrote.</exception>
    public static BytePairEncoding Load(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Header)
            throw new InvalidDataException(
                $"{path}: expected the first line \"{Header}\", got \"{lines.FirstOrDefault()}\"");
        var special = lines.Skip(1).TakeWhile(line => line.StartsWith("! ", StringComparison.Ordinal)).ToArray();
        var merges = lines.Skip(1 + special.Length)
            .Select((line, i) => ParseMerge(path, 2 + special.Length + i, line))
            .ToList();
        return new BytePairEncoding(merges, [.. special.Select(line => line[2..])]);
    }

    private const string Header = "byte-pair encoding 1";

    private static (int Left, int Right) ParseMerge(string path, int lineNumber, string line)
    {
        var parts = line.Split(' ');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var left)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var right)
            ? (left, right)
            : throw new InvalidDataException($"{path}, line {lineNumber}: expected two ids, got \"{line}\"");
    }

    // Merges the pair learned earliest until no pair of the word is a learned one.
    private int[] EncodeWord(ReadOnlySpan<char> word)
    {
        var bytes = StrictUtf8.GetBytes(word.ToArray());
        var ids = Array.ConvertAll(bytes, value => (int)value);
        var length = ids.Length;
        while (length > 1)
        {
            var (best, at) = (int.MaxValue, -1);
            for (var i = 0; i + 1 < length; i++)
                if (_merged.TryGetValue((ids[i], ids[i + 1]), out var id) && id < best)
                    (best, at) = (id, i);
            if (at < 0) break;
            ids[at] = best;
            ids.AsSpan(at + 2, length - at - 2).CopyTo(ids.AsSpan(at + 1));
            length--;
        }
        return ids[..length];
    }

    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
