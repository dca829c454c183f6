using static TorchSharp.torch;

namespace GenAiCourse.Models;

/// <summary>The keys and values of the tokens a <see cref="Gpt"/> has read, so that none is computed twice.</summary>
/// <remarks>
/// A causal model's keys and values depend only on what came before them, so those of earlier tokens stay as they are
/// when another token follows. Shazeer, 2019, section 2.4, https://arxiv.org/abs/1911.02150.
/// </remarks>
public sealed class KeyValueCache : IDisposable
{
    private readonly Dictionary<int, (Tensor Keys, Tensor Values)> _layers = [];

    /// <summary>How many tokens have been read.</summary>
    public long Length { get; private set; }

    /// <summary>Numbers held, over all layers.</summary>
    public long ElementCount => _layers.Values.Sum(layer => layer.Keys.numel() + layer.Values.numel());

    /// <summary>Appends one layer's keys and values, [B, H, T, D] each, and gives all that it has so far.</summary>
    internal (Tensor Keys, Tensor Values) Append(int layer, Tensor keys, Tensor values)
    {
        var (allKeys, allValues) = (keys, values);
        if (_layers.TryGetValue(layer, out var before))
        {
            (allKeys, allValues) = (cat([before.Keys, keys], dim: 2), cat([before.Values, values], dim: 2));
            before.Keys.Dispose();
            before.Values.Dispose();
        }
        else
        {
            // The caller's may be views that die with their scope.
            (allKeys, allValues) = (keys.clone(), values.clone());
        }
        _layers[layer] = (allKeys.DetachFromDisposeScope(), allValues.DetachFromDisposeScope());
        return (allKeys, allValues);
    }

    /// <summary>Says that all layers have read <paramref name="tokens"/> more tokens.</summary>
    internal void Advance(long tokens) => Length += tokens;

    /// <summary>Lets the tensors go.</summary>
    public void Dispose()
    {
        foreach (var (keys, values) in _layers.Values)
        {
            keys.Dispose();
            values.Dispose();
        }
        _layers.Clear();
        Length = 0;
    }
}
