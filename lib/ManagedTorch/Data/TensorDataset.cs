using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors of one first size, whose i-th slices are the i-th item.</summary>
public class TensorDataset : torch.utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        if (tensors.Length == 0)
            throw new ArgumentException("Empty tensor list provided to TensorDataset");
        if (tensors.Any(t => t.ndim == 0 || t.shape[0] != tensors[0].shape[0]))
            throw new ArgumentException("All tensors must have the same first dimension size. Got " +
                string.Join(", ", tensors.Select(t => Shapes.Text(t.shape))));
        _tensors = [.. tensors.Select(t => t.alias().DetachFromDisposeScope())];
    }

    /// <summary>The number of items.</summary>
    public override long Count => _tensors[0].shape[0];

    /// <inheritdoc cref="GetTensor"/>
    public IList<Tensor> this[long index] => GetTensor(index);

    /// <summary>The slices of one number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public override IList<Tensor> GetTensor(long index) => [.. _tensors.Select(t => t[index])];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var tensor in _tensors) tensor.Dispose();
        base.Dispose(disposing);
    }
}
