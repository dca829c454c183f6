using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Remembers how tensors were computed.</summary>
internal static class Autograd
{
    /// <summary>Whether an operation on this tensor is to be recorded.</summary>
    public static bool Needed(Tensor a) => a.RequiresGrad_ && ThreadContext.Current.GradEnabled;

    /// <inheritdoc cref="Needed(Tensor)"/>
    public static bool Needed(Tensor a, Tensor b) =>
        (a.RequiresGrad_ || b.RequiresGrad_) && ThreadContext.Current.GradEnabled;

    /// <inheritdoc cref="Needed(Tensor)"/>
    public static bool Needed(params ReadOnlySpan<Tensor?> inputs)
    {
        if (!ThreadContext.Current.GradEnabled) return false;
        foreach (var input in inputs)
            if (input is not null && input.RequiresGrad_) return true;
        return false;
    }

    /// <summary>Attaches the way back to <paramref name="output"/>, if gradients are wanted of an input.</summary>
    /// <param name="output">What the operation gave; not a view that existed before.</param>
    /// <param name="name">The operation's name, for messages.</param>
    /// <param name="inputs">What it was computed from.</param>
    /// <param name="backward">
    /// From the gradient of the output to one gradient per input, or null where there is none. A gradient may have the
    /// shape or type that the input was broadcast or converted to; it is summed and converted back. It must not be a
    /// captured tensor itself.
    /// </param>
    /// <param name="saved">The tensors that <paramref name="backward"/> reads.</param>
    public static Tensor Record(Tensor output, string name, Tensor[] inputs, Func<Tensor, Tensor?[]> backward,
        params Tensor[] saved)
    {
        if (!output.dtype.IsDifferentiable() || !Needed(inputs)) return output;
        var next = new Node?[inputs.Length];
        for (var i = 0; i < inputs.Length; i++) next[i] = inputs[i].GradNode;
        output.SetHistory(new Node("grad_fn of " + name, output, next, backward, saved));
        return output;
    }
}
