using static TorchSharp.torch;

namespace GenAiCourse.Training;

/// <summary>Cuts a long row of tokens into random windows: what a language model is trained on.</summary>
public sealed class TokenWindows
{
    private readonly long[] _tokens;
    private readonly int _length;
    private readonly Random _random;

    /// <param name="documents">
    /// Token ids of each document; they are strung together, each followed by <paramref name="end"/>.
    /// </param>
    /// <param name="end">The id of the token that ends a document; one also stands before the first.</param>
    /// <param name="length">Tokens a window.</param>
    /// <param name="seed">Decides which windows are drawn.</param>
    /// <exception cref="ArgumentException">There are too few tokens for one window.</exception>
    public TokenWindows(IEnumerable<int[]> documents, int end, int length, int seed)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        _tokens = [end, .. documents.SelectMany(document => document.Append(end)).Select(id => (long)id)];
        if (_tokens.Length <= length)
            throw new ArgumentException($"expected more than {length} tokens, got {_tokens.Length}", nameof(documents));
        (_length, _random) = (length, new Random(seed));
    }

    /// <summary>How many tokens there are.</summary>
    public int Count => _tokens.Length;

    /// <summary>Draws windows, and for each position the token that follows.</summary>
    /// <param name="batch">How many windows.</param>
    /// <returns>Two tensors of int64 [batch, length]; the targets are the inputs one token further on.</returns>
    public (Tensor Inputs, Tensor Targets) Draw(int batch)
    {
        var (inputs, targets) = (new long[batch * _length], new long[batch * _length]);
        for (var row = 0; row < batch; row++)
        {
            var start = _random.Next(_tokens.Length - _length);
            _tokens.AsSpan(start, _length).CopyTo(inputs.AsSpan(row * _length));
            _tokens.AsSpan(start + 1, _length).CopyTo(targets.AsSpan(row * _length));
        }
        return (tensor(inputs).view(batch, _length), tensor(targets).view(batch, _length));
    }
}
