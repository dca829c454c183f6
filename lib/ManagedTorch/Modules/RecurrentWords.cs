using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A recurrent layer in tensor words, step by step: what gradients of gradients are computed from.</summary>
internal static class RecurrentWords
{
    /// <summary>The same as <see cref="RecurrentLayer"/>.</summary>
    public static Tensor Run(
        RecurrentKind kind, RecurrentSteps steps, Tensor x, RecurrentLayer.Weights w, Tensor h, Tensor? c)
    {
        var outputs = new Tensor[steps.Count];
        for (var turn = 0; turn < steps.Count; turn++)
        {
            var step = steps.At(turn);
            var size = steps.Sizes[step];
            var a = nn.functional.linear(x.narrow(0, steps.Start(step), size), w.Input, w.InputBias);
            var b = nn.functional.linear(h.narrow(0, 0, size), w.Hidden, w.HiddenBias);
            (outputs[step], var cell) = Step(kind, a, b, h.narrow(0, 0, size), c?.narrow(0, 0, size));
            h = Rest(outputs[step], h);
            if (cell is not null) c = Rest(cell, c!);
        }
        return c is null ? cat(outputs, 0) : cat([.. outputs, c], 0);

        // Sequences that the step does not reach stay as they are.
        static Tensor Rest(Tensor now, Tensor before) => now.Shape_[0] == before.Shape_[0] ? now
            : cat([now, before.narrow(0, now.Shape_[0], before.Shape_[0] - now.Shape_[0])], 0);
    }

    private static (Tensor State, Tensor? Cell) Step(RecurrentKind kind, Tensor a, Tensor b, Tensor h, Tensor? c)
    {
        switch (kind)
        {
            case RecurrentKind.Tanh: return ((a + b).tanh(), null);
            case RecurrentKind.Relu: return ((a + b).relu(), null);
            case RecurrentKind.Gru:
                var (x, y) = (a.chunk(3, 1), b.chunk(3, 1));
                var (r, z) = ((x[0] + y[0]).sigmoid(), (x[1] + y[1]).sigmoid());
                var n = (x[2] + r * y[2]).tanh();
                return ((h - n) * z + n, null);
            default:
                var gates = (a + b).chunk(4, 1);
                var cell = gates[1].sigmoid() * c! + gates[0].sigmoid() * gates[2].tanh();
                return (gates[3].sigmoid() * cell.tanh(), cell);
        }
    }
}
