using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One walk over the graph from its outputs to its leaves.</summary>
internal sealed class BackwardPass
{
    private static int _visits;

    private readonly int _visit = Interlocked.Increment(ref _visits);
    private readonly bool _retainGraph;
    private readonly bool _createGraph;
    private readonly Dictionary<Node, Tensor?>? _wanted;      // gradients to return instead of adding them to leaves
    private readonly Stack<Node> _ready = new();

    // A pass inside another one (a step may compute its gradient by differentiating) borrows the other's nodes.
    private readonly Stack<(Node Node, int Visit, int Pending, Tensor? Gradient, bool Shared)> _borrowed = new();

    private BackwardPass(bool retainGraph, bool createGraph, IList<Tensor>? inputs, bool accumulate)
    {
        _retainGraph = retainGraph;
        _createGraph = createGraph;
        _wanted = inputs?.Select(input => input.GradNode ?? throw new InvalidOperationException(
            "One of the differentiated Tensors does not require grad"))
            .Distinct().ToDictionary(n => n, _ => (Tensor?)null);
        Accumulate = accumulate;
    }

    private bool Accumulate { get; }

    /// <summary>Adds the gradients to the leaves, or only to <paramref name="inputs"/>.</summary>
    public static void Run(IList<Tensor> outputs, IList<Tensor?>? gradients, bool retainGraph, bool createGraph,
        IList<Tensor>? inputs) =>
        new BackwardPass(retainGraph || createGraph, createGraph, inputs, accumulate: true).Run(outputs, gradients);

    /// <summary>The gradients of the inputs; null for one that the outputs do not depend on.</summary>
    public static Tensor?[] Gradients(IList<Tensor> outputs, IList<Tensor?>? gradients, bool retainGraph,
        bool createGraph, IList<Tensor> inputs)
    {
        var pass = new BackwardPass(retainGraph || createGraph, createGraph, inputs, accumulate: false);
        pass.Run(outputs, gradients);
        return [.. inputs.Select(input => pass._wanted![input.GradNode!])];
    }

    private void Run(IList<Tensor> outputs, IList<Tensor?>? gradients)
    {
        var context = ThreadContext.Current;
        using var mode = new GradMode(_createGraph);
        context.BackwardDepth++;
        try
        {
            Start(outputs, gradients);
            while (_ready.TryPop(out var node)) Step(node);
        }
        finally
        {
            context.BackwardDepth--;
            while (_borrowed.TryPop(out var b))
                (b.Node.Visit, b.Node.Pending, b.Node.Gradient, b.Node.GradientShared) =
                    (b.Visit, b.Pending, b.Gradient, b.Shared);
        }
    }

    private void Start(IList<Tensor> outputs, IList<Tensor?>? gradients)
    {
        var roots = new Node[outputs.Count];
        for (var i = 0; i < roots.Length; i++)
            roots[i] = outputs[i].Live().GradNode ?? throw new InvalidOperationException(
                $"element {i} of tensors does not require grad and does not have a grad_fn");
        foreach (var root in roots) Count(root);
        for (var i = 0; i < roots.Length; i++)
            Deliver(roots[i], Seed(outputs[i], gradients?[i]), shared: true);
        foreach (var root in roots)
            if (root.Pending == 0 && root.Gradient is not null && !_ready.Contains(root)) _ready.Push(root);
    }

    private static Tensor Seed(Tensor output, Tensor? gradient)
    {
        if (gradient is null)
            return output.Count_ == 1 ? ones_like(output)
                : throw new InvalidOperationException("grad can be implicitly created only for scalar outputs");
        if (!Shapes.Same(gradient.Shape_, output.Shape_))
            throw new ArgumentException($"Mismatch in shape: grad_output[0] has a shape of " +
                $"{Shapes.Text(gradient.Shape_)} and output[0] has a shape of {Shapes.Text(output.Shape_)}.");
        return gradient;
    }

    // How many gradients each node waits for.
    private void Count(Node root)
    {
        var walk = new Stack<Node>();
        if (Enter(root)) walk.Push(root);
        while (walk.TryPop(out var node))
            foreach (var input in node.Inputs)
            {
                if (input is null) continue;
                if (Enter(input)) walk.Push(input);
                input.Pending++;
            }
    }

    private bool Enter(Node node)
    {
        if (node.Visit == _visit) return false;
        if (ThreadContext.Current.BackwardDepth > 1)
            _borrowed.Push((node, node.Visit, node.Pending, node.Gradient, node.GradientShared));
        (node.Visit, node.Pending, node.Gradient) = (_visit, 0, null);
        return true;
    }

    private void Step(Node node)
    {
        var (gradient, shared) = (node.Gradient, node.GradientShared);
        node.Gradient = null;
        if (gradient is not null) Keep(node, gradient, shared);
        if (node.Leaf is not null) return;
        if (gradient is null)
        {
            foreach (var input in node.Inputs) Arrive(input);
            return;
        }

        node.CheckUsable();
        if (node.Part is not null && !_createGraph && node.Inputs[0] is { } whole && gradient.dtype == whole.ScalarType
            && whole.ScalarType is ScalarType.Float32 or ScalarType.Float64)
        {
            AddPart(whole, node.Part, gradient);
            Arrive(whole);
            if (!_retainGraph) node.Release();
            return;
        }

        var gradients = node.Backward!(gradient);
        AnomalyMode.Check(node, gradients);
        for (var i = 0; i < node.Inputs.Length; i++)
        {
            if (node.Inputs[i] is not { } input) continue;
            if (gradients[i] is { } g)
                Deliver(input, g, (ReferenceEquals(g, gradient) && shared) || Repeats(gradients, i) || node.IsSaved(g));
            Arrive(input);
        }

        if (!_retainGraph) node.Release();
    }

    private static bool Repeats(Tensor?[] gradients, int i)
    {
        for (var j = 0; j < gradients.Length; j++)
            if (j != i && gradients[j] is { } other && ReferenceEquals(other.Storage, gradients[i]!.Storage))
                return true;
        return false;
    }

    private void Arrive(Node? node)
    {
        if (node is not null && --node.Pending == 0) _ready.Push(node);
    }

    private void Deliver(Node node, Tensor gradient, bool shared)
    {
        if (gradient.dtype != node.ScalarType) gradient = gradient.to_type(node.ScalarType);
        if (!Shapes.Same(gradient.Shape_, node.Shape)) gradient = gradient.SumTo(node.Shape);
        if (node.Gradient is null)
        {
            (node.Gradient, node.GradientShared) = (gradient, shared);
        }
        else if (!_createGraph && !node.GradientShared && node.Gradient.Contiguous_
            && node.Gradient.Storage.References == 1)
        {
            node.Gradient.add_(gradient);
        }
        else
        {
            (node.Gradient, node.GradientShared) = (node.Gradient.add(gradient), false);
        }
    }

    // Adds the gradient of a part where it belongs, instead of one tensor of zeros for each part.
    private static void AddPart(Node whole, Func<Tensor, Tensor> view, Tensor gradient)
    {
        var first = whole.Gradient is null;
        if (first) whole.Gradient = Tensor.New(whole.ScalarType, whole.Shape, clear: true);
        else if (whole.GradientShared || !whole.Gradient!.Contiguous_ || whole.Gradient.Storage.References > 1)
            whole.Gradient = whole.Gradient!.clone();
        whole.GradientShared = false;
        using var part = view(whole.Gradient!);
        if (first) Copy.Strided(gradient, part);
        else Copy.AddStrided(gradient, part);
    }

    private void Keep(Node node, Tensor gradient, bool shared)
    {
        if (_wanted is not null && _wanted.ContainsKey(node))
        {
            if (!Accumulate) _wanted[node] = gradient;
            else if (node.Leaf is not null) node.Leaf.AccumulateGrad(gradient, shared, _createGraph);
        }
        else if (_wanted is null && node.Leaf is not null)
        {
            node.Leaf.AccumulateGrad(gradient, shared, _createGraph);
        }

        if (Accumulate) node.Retained?.AccumulateGrad(gradient, shared: true, _createGraph);
    }
}
