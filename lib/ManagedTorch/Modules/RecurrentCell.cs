using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the modules of one recurrent step have in common: a layer whose sequences have length 1.</summary>
internal static class RecurrentCell
{
    private static readonly string[] Names = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"];

    /// <summary>Gives a module its parameters, drawn uniform over ±1/√hidden in PyTorch's order.</summary>
    public static void Register(nn.Module module, RecurrentKind kind, long inputs, long hidden, bool bias,
        Device? device, ScalarType? type)
    {
        var rows = RecurrentLayer.Gates(kind) * hidden;
        long[][] shapes = [[rows, inputs], [rows, hidden], [rows], [rows]];
        for (var i = 0; i < (bias ? 4 : 2); i++)
            module.register_parameter(Names[i], RecurrentStack.First(shapes[i], hidden, device, type));
    }

    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static (Tensor State, Tensor? Cell) Run(
        nn.Module module, RecurrentKind kind, Tensor input, Tensor? h, Tensor? c)
    {
        var w = new RecurrentLayer.Weights(
            module.Own(Names[0])!, module.Own(Names[1])!, module.Own(Names[2]), module.Own(Names[3]));
        var (inputs, hidden) = (w.Input.Shape_[1], w.Hidden.Shape_[1]);
        if (input.ndim is not (1 or 2))
            throw new ArgumentException(
                $"{module.GetName()}: Expected input to be 1-D or 2-D but received {input.ndim}-D tensor");
        if (input.Shape_[^1] != inputs)
            throw new ArgumentException(
                $"input has inconsistent input_size: got {input.Shape_[^1]} expected {inputs}");
        long[] shape = [.. input.Shape_[..^1], hidden];
        Check(h, 0);
        Check(c, 1);

        var x = input.ndim == 1 ? input.unsqueeze(0) : input;
        var batch = (int)x.Shape_[0];
        var y = RecurrentLayer.Run(kind, RecurrentSteps.Even(1, batch, false), x, w, Rows(h),
            kind == RecurrentKind.Lstm ? Rows(c) : null);
        if (kind != RecurrentKind.Lstm) return (y.reshape(shape), null);
        return (y.narrow(0, 0, batch).reshape(shape), y.narrow(0, batch, batch).reshape(shape));

        Tensor Rows(Tensor? first) => first?.reshape(batch, hidden) ?? zeros([batch, hidden], input.dtype);

        void Check(Tensor? given, int which)
        {
            if (given is null || Shapes.Same(given.Shape_, shape)) return;
            throw new ArgumentException(given.ndim == shape.Length && given.Shape_[^1] != hidden
                ? $"hidden{which} has inconsistent hidden_size: got {given.Shape_[^1]}, expected {hidden}"
                : $"Input batch size {string.Join(", ", input.Shape_[..^1])} doesn't match hidden{which} batch size " +
                  string.Join(", ", given.Shape_[..^1]));
        }
    }
}
