using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Reads and writes the elements of a tensor in row-major order.</summary>
/// <typeparam name="T">The element type of the tensor.</typeparam>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : struct
{
    private readonly Tensor _tensor;
    private readonly T[] _array;

    internal TensorAccessor(Tensor tensor, T[] array)
    {
        _tensor = tensor;
        _array = array;
    }

    /// <summary>The number of elements.</summary>
    public long Count => _tensor.numel();

    /// <summary>Whether elements cannot be written: false.</summary>
    public bool IsReadOnly => false;

    /// <summary>One element.</summary>
    /// <exception cref="ArgumentException">There is not one index for each dimension.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
    public T this[params long[] indices]
    {
        get => _array[Place(indices)];
        set
        {
            _array[Place(indices)] = value;
            _tensor.Storage.Version++;
        }
    }

    /// <summary>A copy of the elements.</summary>
    public T[] ToArray()
    {
        var result = new T[_tensor.Count_];
        CopyTo(result.AsSpan());
        return result;
    }

    /// <summary>A copy of the elements as an array with the dimensions of the tensor.</summary>
    public Array ToNDArray()
    {
        var result = Array.CreateInstance(typeof(T), _tensor.Shape_.Length == 0 ? [1L] : _tensor.Shape_);
        var index = new int[result.Rank];
        foreach (var value in ToArray())
        {
            result.SetValue(value, index);
            for (var d = index.Length - 1; d >= 0 && ++index[d] == result.GetLength(d); d--) index[d] = 0;
        }

        return result;
    }

    /// <summary>Copies the elements from a place of the tensor on to an array.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        if (_tensor.Contiguous_)
        {
            _array.AsSpan((int)_tensor.Offset_, (int)_tensor.Count_)[(int)tensorIndex..].CopyTo(array[arrayIndex..]);
            return;
        }

        var at = arrayIndex;
        foreach (var place in Places().Skip((int)tensorIndex)) array[at++] = _array[place];
    }

    /// <summary>Copies an array to the elements from a place of the tensor on.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyFrom(T[], int, long)"/>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var at = arrayIndex;
        foreach (var place in Places().Skip((int)tensorIndex))
        {
            if (at == array.Length) break;
            _array[place] = array[at++];
        }

        _tensor.Storage.Version++;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Places().Select(place => _array[place]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing; the tensor owns the elements.</summary>
    public void Dispose()
    {
    }

    private int Place(long[] indices)
    {
        var shape = _tensor.Live().Shape_;
        if (indices.Length != shape.Length && !(shape.Length == 0 && indices is [0]))
            throw new ArgumentException($"expected {shape.Length} indices, one per dimension, got {indices.Length}");
        var place = _tensor.Offset_;
        for (var d = 0; d < shape.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= shape[d])
                throw new ArgumentOutOfRangeException(nameof(indices), (string?)
                    $"index {indices[d]} is out of bounds for dimension {d} with size {shape[d]}");
            place += indices[d] * _tensor.Strides_[d];
        }

        return (int)place;
    }

    private IEnumerable<int> Places()
    {
        var (shape, strides) = (_tensor.Live().Shape_, _tensor.Strides_);
        var index = new long[shape.Length];
        var place = _tensor.Offset_;
        for (var i = 0L; i < _tensor.Count_; i++)
        {
            yield return (int)place;
            for (var d = shape.Length - 1; d >= 0; d--)
            {
                place += strides[d];
                if (++index[d] < shape[d]) break;
                place -= strides[d] * shape[d];
                index[d] = 0;
            }
        }
    }
}
