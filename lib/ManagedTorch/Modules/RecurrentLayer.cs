using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Which recurrent cell.</summary>
internal enum RecurrentKind
{
    Tanh,
    Relu,
    Lstm,
    Gru,
}

/// <summary>
/// One direction of one recurrent layer over a batch of sequences, as one step of the gradient's graph.
/// </summary>
internal static class RecurrentLayer
{
    /// <summary>The parameters of the layer; the biases may be null.</summary>
    internal sealed record Weights(Tensor Input, Tensor Hidden, Tensor? InputBias, Tensor? HiddenBias);

    public static int Gates(RecurrentKind kind) => kind switch
    {
        RecurrentKind.Lstm => 4,
        RecurrentKind.Gru => 3,
        _ => 1,
    };

    /// <param name="kind">The cell.</param>
    /// <param name="steps">How the rows of x make up sequences.</param>
    /// <param name="x">[rows, in].</param>
    /// <param name="w">The parameters.</param>
    /// <param name="h">The first state, [batch, hidden].</param>
    /// <param name="c">The first cell, [batch, hidden], of an LSTM; else null.</param>
    /// <returns>[rows, hidden], the outputs; for an LSTM followed by the last cells, [batch, hidden].</returns>
    public static Tensor Run(RecurrentKind kind, RecurrentSteps steps, Tensor x, Weights w, Tensor h, Tensor? c) =>
        (x.dtype == ScalarType.Float32, kind) switch
        {
            (true, RecurrentKind.Lstm) => Run<LstmStep<float>, float>(kind, steps, x, w, h, c),
            (true, RecurrentKind.Gru) => Run<GruStep<float>, float>(kind, steps, x, w, h, c),
            (true, RecurrentKind.Relu) => Run<ReluStep<float>, float>(kind, steps, x, w, h, c),
            (true, _) => Run<TanhStep<float>, float>(kind, steps, x, w, h, c),
            (false, RecurrentKind.Lstm) => Run<LstmStep<double>, double>(kind, steps, x, w, h, c),
            (false, RecurrentKind.Gru) => Run<GruStep<double>, double>(kind, steps, x, w, h, c),
            (false, RecurrentKind.Relu) => Run<ReluStep<double>, double>(kind, steps, x, w, h, c),
            (false, _) => Run<TanhStep<double>, double>(kind, steps, x, w, h, c),
        };

    private static Tensor Run<TCell, T>(
        RecurrentKind kind, RecurrentSteps steps, Tensor input, Weights w, Tensor h, Tensor? c)
        where TCell : struct, IRecurrentCell<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (type, hidden, rows) = (input.dtype, (int)w.Hidden.Shape_[1], steps.Rows);
        var (x, wIn, wHidden) = (input.AsContiguous(), w.Input.AsContiguous(), w.Hidden.AsContiguous());
        var loop = new Recurrence<TCell, T>(steps, hidden);
        using var gates = Tensor.New(type, [rows, TCell.Gates * hidden]);
        using var cells = Tensor.New(type, [TCell.HasCell ? rows : 0, hidden]);
        using var kept = Tensor.New(type, [TCell.Apart ? rows : 0, hidden]);
        var y = Tensor.New(type, [TCell.HasCell ? rows + steps.Batch : rows, hidden]);
        using (no_grad())
        {
            // What is added to all steps alike goes with the product of all steps.
            var bias = w.InputBias is null ? null : TCell.Apart ? w.InputBias.AsContiguous()
                : w.InputBias.add(w.HiddenBias!);
            Affine.Forward<T>(x, wIn, bias, gates);
            var late = TCell.Apart ? w.HiddenBias?.AsContiguous() : null;
            using var state = h.clone();
            using var cell = c?.clone();
            var lateOffset = 0;
            loop.Forward(Arrays(Plain<T>(state), cell is null ? [] : Plain<T>(cell)), wHidden.Array<T>(out var at), at,
                late?.Array<T>(out lateOffset) ?? [], lateOffset);
        }
        Tensor?[] all = [input, w.Input, w.Hidden, w.InputBias, w.HiddenBias, h, c];
        Tensor[] inputs = [.. all.OfType<Tensor>()];
        if (!Autograd.Needed(inputs)) return y;
        return Autograd.Record(y, kind.ToString(), inputs, dy =>
        {
            if (is_grad_enabled())
            {
                var again = RecurrentWords.Run(kind, steps, input, w, h, c);
                Tensor[] wanted = [.. inputs.Where(t => t.requires_grad)];
                var slopes = new Queue<Tensor>(autograd.grad([again], wanted, [dy], create_graph: true));
                return [.. inputs.Select(t => t.requires_grad ? slopes.Dequeue() : null)];
            }
            using var dGates = Tensor.New(type, gates.Shape_);
            using var dHidden = TCell.Apart ? Tensor.New(type, gates.Shape_) : null;
            var dh = zeros_like(h);
            var dc = c is null ? null : dy.narrow(0, rows, steps.Batch).clone();
            var g = dy.AsContiguous();
            var output = g.Array<T>(out var outputOffset);
            loop.Backward(Arrays(Whole<T>(h), c is null ? [] : Whole<T>(c)),
                new RecurrentSlopes<T>(Plain<T>(dGates), Plain<T>(dHidden ?? dGates), output, outputOffset,
                    Plain<T>(dh), dc is null ? [] : Plain<T>(dc)), wHidden.Array<T>(out var at), at);

            Tensor? dx = null, dwIn = null, dwHidden = null;
            if (input.RequiresGrad_) Affine.BackwardInput<T>(dGates, wIn, dx = Tensor.New(type, input.Shape_));
            if (w.Input.RequiresGrad_) Affine.BackwardWeight<T>(dGates, x, dwIn = Tensor.New(type, wIn.Shape_));
            if (w.Hidden.RequiresGrad_)
            {
                using var before = Before<T>(steps, y, h);
                Affine.BackwardWeight<T>(dHidden ?? dGates, before, dwHidden = Tensor.New(type, wHidden.Shape_));
            }
            var dbIn = w.InputBias is null ? null : dGates.sum(0L);
            var dbHidden = w.InputBias is null ? null : dHidden?.sum(0L) ?? dbIn!.clone();
            Tensor?[] slots = [dx, dwIn, dwHidden, dbIn, dbHidden, dh, dc];
            return [.. slots.Where((_, i) => all[i] is not null)];
        }, [.. inputs, x, wIn, wHidden, gates, cells, kept, y]);

        RecurrentArrays<T> Arrays(T[] state, T[] cell) =>
            new(Plain<T>(gates), Plain<T>(cells), Plain<T>(kept), Plain<T>(y), state, cell);
    }

    // The state before each row's step.
    private static Tensor Before<T>(RecurrentSteps steps, Tensor y, Tensor h) where T : unmanaged
    {
        var before = Tensor.New(y.dtype, [steps.Rows, h.Shape_[1]]);
        var width = (int)h.Shape_[1];
        var (states, first, target) = (Plain<T>(y), Whole<T>(h), Plain<T>(before));
        Kernels.Parallel.For(steps.Count, 1 + 32 * 1024 / Math.Max(1, steps.Batch * width), (start, end) =>
        {
            for (var step = start; step < end; step++)
            {
                for (var i = 0; i < steps.Sizes[step]; i++)
                {
                    var row = steps.Before(step, i);
                    (row < 0 ? first.AsSpan(i * width, width) : states.AsSpan(row * width, width))
                        .CopyTo(target.AsSpan((steps.Start(step) + i) * width, width));
                }
            }
        });
        return before;
    }

    // The array of a tensor that begins with it.
    private static T[] Plain<T>(Tensor tensor) where T : unmanaged => tensor.Array<T>(out _);

    // The same of any tensor: a copy, if its elements lie otherwise.
    private static T[] Whole<T>(Tensor tensor) where T : unmanaged =>
        tensor.Contiguous_ && tensor.Offset_ == 0 ? Plain<T>(tensor) : tensor.AsContiguous().Elements<T>().ToArray();
}
