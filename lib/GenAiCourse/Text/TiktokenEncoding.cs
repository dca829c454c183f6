using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace GenAiCourse.Text;

/// <summary>A byte-pair encoding of OpenAI's: the ids that tiktoken gives, from the rank files it reads.</summary>
/// <remarks>
/// <para>
/// A text is cut into pieces by a <see cref="SplitRule"/>; a piece that is a token becomes its id, and in any other
/// the neighbouring bytes merge, the pair with the lowest id first. Time grows with the length of the text and no
/// faster, whatever the text is, but for the logarithm of a queue in a piece of more than 64 bytes.
/// https://github.com/openai/tiktoken; on bytes: Radford et al., 2019 (GPT-2), section 2.2.
/// </para>
/// <para>
/// Half of a surrogate pair, which UTF-8 cannot say, is encoded as U+FFFD, as tiktoken does: the only texts that do not
/// come back from <see cref="Decode"/> as they were. One instance may be used by several threads at once.
/// </para>
/// </remarks>
public sealed class TiktokenEncoding
{
    private const string EndOfText = "<|endoftext|>", EndOfPrompt = "<|endofprompt|>";

    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    private readonly SplitRule _rule;
    private readonly TokenTable _table;
    private readonly PieceCache _cache = new();
    private readonly Dictionary<int, byte[]> _specialBytes;
    private readonly SpecialTokenSearch _everySpecial;

    /// <summary>An encoding with the vocabulary and the special tokens of one's choice.</summary>
    /// <param name="rule">How texts are cut into pieces.</param>
    /// <param name="ranks">Tokens and ids in tiktoken's text form; read to its end and left open.</param>
    /// <param name="specialTokens">Tokens that stand for no text, such as "&lt;|endoftext|&gt;", and their ids.</param>
    /// <exception cref="InvalidDataException">
    /// The stream holds something else, or a byte, a token or an id twice or not at all.
    /// </exception>
    /// <exception cref="ArgumentException">A special token is empty, or its id is taken.</exception>
    public TiktokenEncoding(SplitRule rule, Stream ranks, IReadOnlyDictionary<string, int> specialTokens)
        : this(rule, RankFile.ReadTiktoken(ranks), specialTokens)
    {
    }

    private TiktokenEncoding(
        SplitRule rule, List<(byte[] Bytes, int Id)> tokens, IReadOnlyDictionary<string, int> specialTokens)
    {
        if (!Enum.IsDefined(rule))
            throw new ArgumentOutOfRangeException(nameof(rule), rule, "expected a rule of SplitRule");
        _rule = rule;
        // Code compiled once and for good, as Append is, reads the table unchecked only if the table is there by then.
        RuntimeHelpers.RunClassConstructor(typeof(CharacterTable).TypeHandle);
        try
        {
            _table = new TokenTable(tokens);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
        SpecialTokens = specialTokens.ToDictionary(StringComparer.Ordinal);
        _everySpecial = new SpecialTokenSearch(SpecialTokens.Keys);
        _specialBytes = [];
        foreach (var (token, id) in SpecialTokens)
        {
            if (token.Length == 0)
                throw new ArgumentException($"special token {id}: expected a name, got none", nameof(specialTokens));
            if (id < 0 || _table.BytesOf(id) is not null || !_specialBytes.TryAdd(id, Encoding.UTF8.GetBytes(token)))
                throw new ArgumentException(
                    $"special token \"{token}\": expected an id of its own, 0 or more, got {id}",
                    nameof(specialTokens));
        }
        VocabularySize = Math.Max(_table.IdBound, _specialBytes.Keys.DefaultIfEmpty(-1).Max() + 1);
    }

    /// <summary>The special tokens and their ids.</summary>
    public IReadOnlyDictionary<string, int> SpecialTokens { get; }

    /// <summary>The greatest id and one; some ids below may stand for nothing.</summary>
    public int VocabularySize { get; }

    /// <summary>GPT-2's encoding (and, under the name r50k_base, GPT-3's), of 50,257 ids.</summary>
    /// <param name="vocabBpe">The merges: vocab.bpe.</param>
    /// <param name="encoderJson">The ids: encoder.json.</param>
    /// <exception cref="InvalidDataException">A file is something else, or the two disagree.</exception>
    public static TiktokenEncoding Gpt2(Stream vocabBpe, Stream encoderJson) => new(
        SplitRule.Gpt2, RankFile.ReadGpt2(vocabBpe, encoderJson), new Dictionary<string, int> { [EndOfText] = 50256 });

    /// <summary>The encoding of GPT-3.5 and GPT-4.</summary>
    /// <param name="ranks">The tokens and ids: cl100k_base.tiktoken.</param>
    /// <exception cref="InvalidDataException">The file is something else.</exception>
    public static TiktokenEncoding Cl100kBase(Stream ranks) => new(
        SplitRule.Cl100kBase, ranks, new Dictionary<string, int>
        {
            [EndOfText] = 100257,
            ["<|fim_prefix|>"] = 100258,
            ["<|fim_middle|>"] = 100259,
            ["<|fim_suffix|>"] = 100260,
            [EndOfPrompt] = 100276,
        });

    /// <summary>The encoding of GPT-4o and later.</summary>
    /// <param name="ranks">The tokens and ids: o200k_base.tiktoken.</param>
    /// <exception cref="InvalidDataException">The file is something else.</exception>
    public static TiktokenEncoding O200kBase(Stream ranks) => new(
        SplitRule.O200kBase, ranks, new Dictionary<string, int> { [EndOfText] = 199999, [EndOfPrompt] = 200018 });

    /// <summary>The ids of a text, where special tokens are recognised only if allowed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowedSpecial">
    /// Names that become special tokens; null: none. All of them: <c>SpecialTokens.Keys.ToHashSet()</c>.
    /// </param>
    /// <param name="disallowedSpecial">
    /// Names that must not occur in the text, unless allowed; null: every special token. An empty set lets them be
    /// ordinary text.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The text holds a disallowed special token (so that a user's text cannot smuggle one in), or a name is no special
    /// token.
    /// </exception>
    public int[] Encode(
        string text, IReadOnlySet<string>? allowedSpecial = null, IReadOnlySet<string>? disallowedSpecial = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Refuse(text, allowedSpecial, disallowedSpecial);
        using var ids = new IdBuffer(text.Length / 3);
        if (allowedSpecial is { Count: > 0 }) AppendWithSpecial(text, allowedSpecial, ids);
        else Append(text, ids);
        return ids.Ids.ToArray();
    }

    /// <summary>The ids of a text; special tokens in it are read as ordinary text.</summary>
    public int[] EncodeOrdinary(ReadOnlySpan<char> text)
    {
        using var ids = new IdBuffer(text.Length / 3);
        Append(text, ids);
        return ids.Ids.ToArray();
    }

    /// <summary>How many ids <see cref="EncodeOrdinary"/> gives, without an array of them.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        using var ids = new IdBuffer(text.Length / 3);
        Append(text, ids);
        return ids.Count;
    }

    /// <summary>
    /// The text of <paramref name="ids"/>; special tokens appear by name, bytes that are no UTF-8 as U+FFFD.
    /// </summary>
    /// <remarks>
    /// One character's bytes may be spread over several ids: decode them together, or use <see cref="DecodeBytes"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An id stands for nothing.</exception>
    public string Decode(ReadOnlySpan<int> ids)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(ByteCount(ids));
        try
        {
            return Encoding.UTF8.GetString(bytes, 0, Write(ids, bytes));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The bytes of <paramref name="ids"/>, of any ids in any order: UTF-8 or not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id stands for nothing.</exception>
    public byte[] DecodeBytes(ReadOnlySpan<int> ids)
    {
        var bytes = new byte[ByteCount(ids)];
        Write(ids, bytes);
        return bytes;
    }

    /// <summary>The bytes that an id stands for; of a special token, its name's.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="id"/> stands for nothing.</exception>
    public ReadOnlySpan<byte> BytesOf(int id) => Bytes(id);

    /// <summary>Appends the ids of ordinary text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Append(ReadOnlySpan<char> text, IdBuffer ids)
    {
        // What runs for every piece, here and in PieceScanner, TokenKey, TokenTable, PieceCache and PieceMerger, is
        // compiled in full at once: the first ten megabytes of a process are over before .NET's tiers get there, and
        // took three times as long. Later runs lose nothing by the missing profile, as small callees are inlined.
        for (var start = 0; start < text.Length;)
        {
            var end = PieceScanner.End(_rule, text, start);
            if (end - start <= TokenKey.ExactLength && TokenKey.TryAscii(text, start, end - start, out var key))
            {
                if (_table.TryFind(key, [], out var id)) ids.Add(id);
                else AppendMerged(key, [], ids);
            }
            else
            {
                AppendPiece(text[start..end], ids);
            }
            start = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AppendPiece(ReadOnlySpan<char> piece, IdBuffer ids)
    {
        const int OnStack = 512;
        byte[]? rented = null;
        var most = Encoding.UTF8.GetMaxByteCount(Math.Min(piece.Length, OnStack));
        var bytes = most <= OnStack
            ? stackalloc byte[OnStack]
            : (rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(piece)));
        bytes = bytes[..Encoding.UTF8.GetBytes(piece, bytes)];
        var key = TokenKey.Of(bytes);
        if (bytes.Length <= _table.LongestToken && _table.TryFind(key, bytes, out var id)) ids.Add(id);
        else AppendMerged(key, bytes, ids);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    // The bytes may be left out where the key says them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AppendMerged(in TokenKey key, scoped ReadOnlySpan<byte> bytes, IdBuffer ids)
    {
        if (_cache.TryGet(key, bytes, out var merged))
        {
            ids.Add(merged);
            return;
        }
        Span<byte> exact = stackalloc byte[TokenKey.ExactLength];
        if (bytes.IsEmpty)
        {
            key.CopyTo(exact);
            bytes = exact[..key.Length];
        }
        var before = ids.Count;
        PieceMerger.Merge(_table, bytes, ids);
        if (bytes.Length <= PieceMerger.LongestShort) _cache.Put(key, bytes, ids.Ids[before..]);
    }

    private void AppendWithSpecial(ReadOnlySpan<char> text, IReadOnlySet<string> allowed, IdBuffer ids)
    {
        var search = new SpecialTokenSearch(allowed);
        while (search.TryFind(text, out var index, out var name))
        {
            Append(text[..index], ids);
            ids.Add(SpecialTokens[name]);
            text = text[(index + name.Length)..];
        }
        Append(text, ids);
    }

    private void Refuse(string text, IReadOnlySet<string>? allowed, IReadOnlySet<string>? disallowed)
    {
        var unknown = (allowed ?? Nothing).Concat(disallowed ?? Nothing).FirstOrDefault(
            name => !SpecialTokens.ContainsKey(name));
        if (unknown is not null)
            throw new ArgumentException(
                $"\"{unknown}\" is no special token: expected some of {string.Join(", ", SpecialTokens.Keys)}");
        var search = disallowed is null && allowed is not { Count: > 0 }
            ? _everySpecial
            : new SpecialTokenSearch((disallowed ?? SpecialTokens.Keys).Except(allowed ?? Nothing));
        if (search.TryFind(text, out var index, out var found))
            throw new ArgumentException(
                $"the text holds the special token \"{found}\" at {index}, which is disallowed: allow it, "
                + "or pass an empty set of disallowed ones to read it as ordinary text", nameof(text));
    }

    private int ByteCount(ReadOnlySpan<int> ids)
    {
        var count = 0;
        foreach (var id in ids) count = checked(count + Bytes(id).Length);
        return count;
    }

    private int Write(ReadOnlySpan<int> ids, Span<byte> bytes)
    {
        var written = 0;
        foreach (var id in ids)
        {
            var token = Bytes(id);
            token.CopyTo(bytes[written..]);
            written += token.Length;
        }
        return written;
    }

    private byte[] Bytes(int id) =>
        _table.BytesOf(id) ?? (_specialBytes.TryGetValue(id, out var special)
            ? special
            : throw new ArgumentOutOfRangeException(
                nameof(id), id, $"expected an id in [0, {VocabularySize}) that stands for a token"));
}
