using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace TorchSharp;

/// <summary>One call of a custom function in the graph.</summary>
/// <remarks>
/// A node of the graph has one output. A function of several gets one node for each output, which lays its gradient
/// down here, and a node behind them, which runs the function's backward once all have arrived.
/// </remarks>
internal sealed class CustomStep<T> where T : Function<T>, new()
{
    private readonly T _function;
    private readonly AutogradContext _context;
    private readonly object[] _arguments;
    private readonly Tensor[] _inputs;
    private Tensor?[] _arrived = [];
    private long[][] _shapes = [];
    private ScalarType[] _types = [];

    public CustomStep(T function, AutogradContext context, object[] arguments, Tensor[] inputs) =>
        (_function, _context, _arguments, _inputs) = (function, context, arguments, inputs);

    public List<Tensor> Record(List<Tensor> outputs)
    {
        (_arrived, _shapes) = (new Tensor?[outputs.Count], [.. outputs.Select(y => y.Shape_)]);
        _types = [.. outputs.Select(y => y.dtype)];
        foreach (var written in _context.Dirty) written.CheckWritable(_inputs);
        using var nothing = zeros([0]);
        var joint = new Node("grad_fn of " + _function.Name, nothing, [.. _inputs.Select(x => x.GradNode)],
            _ => Gradients(), [.. _context.Saved]);
        for (var i = 0; i < outputs.Count; i++)
        {
            if (!outputs[i].is_floating_point() || _context.Constant.Contains(outputs[i])) continue;
            outputs[i] = Attach(outputs[i], joint, i);
        }

        return outputs;
    }

    private Tensor Attach(Tensor output, Node joint, int i)
    {
        var dirty = _context.Dirty.Contains(output);
        if (!dirty && _inputs.Contains(output)) output = output.detach();
        var node = new Node("grad_fn of " + _function.Name, output, [joint], dy =>
        {
            _arrived[i] = dy;
            return [zeros([0])];
        }, []);
        if (dirty) output.Follow(node);
        else output.SetHistory(node);
        return output;
    }

    private Tensor?[] Gradients()
    {
        List<Tensor> given = [.. _arrived.Select((dy, i) =>
            dy ?? (_context.MaterializeGrads ? zeros(_shapes[i], _types[i]) : null!))];
        Array.Clear(_arrived);
        var gradients = _function.Differentiate(_context, given);
        if (gradients.Count == _inputs.Length) return [.. gradients];
        if (gradients.Count != _arguments.Length)
            throw new InvalidOperationException(
                $"function {_function.Name} returned an incorrect number of gradients " +
                $"(expected {_arguments.Length}, got {gradients.Count})");
        return [.. gradients.Where((_, i) => _arguments[i] is Tensor)];
    }
}
