using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One step of a computation as the gradient sees it; or, with a leaf, the place where its gradient ends.
/// </summary>
internal sealed class Node
{
    private Tensor[] _saved = [];
    private int[] _versions = [];

    /// <summary>The step that gave <paramref name="output"/>.</summary>
    public Node(string name, Tensor output, Node?[] inputs, Func<Tensor, Tensor?[]> backward, Tensor[] saved)
    {
        (Name, Inputs, Backward) = (name, inputs, backward);
        (Shape, ScalarType) = (output.Shape_, output.dtype);
        if (saved.Length == 0) return;
        _saved = saved;
        _versions = new int[saved.Length];
        for (var i = 0; i < saved.Length; i++)
        {
            _versions[i] = saved[i].Storage.Version;
            saved[i].Save();
        }
    }

    /// <summary>The end of the graph at a leaf.</summary>
    public Node(Tensor leaf)
    {
        (Name, Inputs, Leaf) = ("AccumulateGrad", [], leaf);
        (Shape, ScalarType) = (leaf.Shape_, leaf.dtype);
    }

    public string Name { get; }

    /// <summary>Who takes the gradient of each input; null where none is wanted.</summary>
    public Node?[] Inputs { get; }

    public Func<Tensor, Tensor?[]>? Backward { get; private set; }

    public Tensor? Leaf { get; }

    /// <summary>For a view of a part of its input: the same part of the input's gradient.</summary>
    public Func<Tensor, Tensor>? Part { get; set; }

    /// <summary>A tensor inside the graph whose gradient is to be kept.</summary>
    public Tensor? Retained { get; set; }

    /// <summary>The shape and type of the output, and so of its gradient.</summary>
    public long[] Shape { get; }

    public ScalarType ScalarType { get; }

    // The state of one backward pass.
    public int Visit { get; set; }

    public int Pending { get; set; }

    public Tensor? Gradient { get; set; }

    /// <summary>Whether someone else may hold the gradient, so that it must not be written to.</summary>
    public bool GradientShared { get; set; }

    /// <exception cref="InvalidOperationException">A saved tensor was written to, or the graph was used up.</exception>
    public void CheckUsable()
    {
        if (Backward is null)
            throw new InvalidOperationException("Trying to backward through the graph a second time (or directly " +
                "access saved tensors after they have already been freed). Saved intermediate values of the graph " +
                "are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to " +
                "backward through the graph a second time or if you need to access saved tensors after " +
                "calling backward.");
        for (var i = 0; i < _saved.Length; i++)
            if (_saved[i].Storage.Version != _versions[i])
                throw new InvalidOperationException("one of the variables needed for gradient computation has been " +
                    $"modified by an inplace operation: [{_saved[i].dtype} {Shapes.Text(_saved[i].Shape_)}], which " +
                    $"is an input of {Name}, is at version {_saved[i].Storage.Version}; expected version " +
                    $"{_versions[i]} instead.");
    }

    public bool IsSaved(Tensor tensor) => Array.IndexOf(_saved, tensor) >= 0;

    /// <summary>Lets go of what the step kept.</summary>
    public void Release()
    {
        if (Leaf is not null) return;
        Backward = null;
        foreach (var tensor in _saved) tensor.Unsave();
        (_saved, _versions) = ([], []);
    }
}
