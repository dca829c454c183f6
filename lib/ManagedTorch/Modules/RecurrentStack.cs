using System.Globalization;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The layers and directions of RNN, LSTM and GRU: options, first parameters and the way through.</summary>
internal sealed record RecurrentStack(RecurrentKind Kind, long Inputs, long Hidden, long Layers, bool Bias,
    bool BatchFirst, double Dropout, bool Bidirectional)
{
    private int Directions => Bidirectional ? 2 : 1;

    private string Name => Kind switch
    {
        RecurrentKind.Lstm => "LSTM",
        RecurrentKind.Gru => "GRU",
        _ => "RNN",
    };

    /// <summary>The parameters under PyTorch's names and in its order, drawn uniform over ±1/√hidden.</summary>
    public IEnumerable<(string Name, Parameter Parameter)> Parameters(Device? device, ScalarType? type)
    {
        nn.functional.CheckProbability(Dropout);
        if (Hidden <= 0)
            throw new ArgumentException($"hidden_size must be greater than zero, got {Hidden}");
        if (Layers <= 0)
            throw new ArgumentException($"num_layers must be greater than zero, got {Layers}");
        var rows = RecurrentLayer.Gates(Kind) * Hidden;
        for (var layer = 0; layer < Layers; layer++)
        {
            for (var direction = 0; direction < Directions; direction++)
            {
                var names = Names(layer, direction);
                long[][] shapes =
                    [[rows, layer == 0 ? Inputs : Hidden * Directions], [rows, Hidden], [rows], [rows]];
                for (var i = 0; i < (Bias ? 4 : 2); i++)
                    yield return (names[i], First(shapes[i], Hidden, device, type));
            }
        }
    }

    /// <summary>A parameter drawn uniform over ±1/√hidden.</summary>
    public static Parameter First(long[] shape, long hidden, Device? device, ScalarType? type)
    {
        var parameter = new Parameter(nn.Uninitialised(shape, device, type));
        var bound = 1 / Math.Sqrt(hidden);
        nn.init.uniform_(parameter, -bound, bound);
        return parameter;
    }

    /// <summary>weight_ih, weight_hh, bias_ih and bias_hh of a layer and direction.</summary>
    public static string[] Names(int layer, int direction)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"_l{layer}{(direction == 0 ? "" : "_reverse")}");
        return ["weight_ih" + suffix, "weight_hh" + suffix, "bias_ih" + suffix, "bias_hh" + suffix];
    }

    /// <summary>Runs a batch of sequences of one length, or one sequence.</summary>
    /// <param name="module">Whose parameters and mode count.</param>
    /// <param name="input">[time, batch, in], [batch, time, in] or [time, in].</param>
    /// <param name="h">[layers · directions, batch, hidden] or [layers · directions, hidden]; null for 0.</param>
    /// <param name="c">The same for the cells of an LSTM.</param>
    /// <returns>Outputs, the last states and the last cells, of the shapes of their counterparts.</returns>
    public (Tensor Output, Tensor State, Tensor? Cell) Run(nn.Module module, Tensor input, Tensor? h, Tensor? c)
    {
        CheckInput(module, input, h);
        var single = input.ndim == 2;
        var time = single ? input.unsqueeze(1) : BatchFirst ? input.transpose(0, 1) : input;
        var (steps, batch) = ((int)time.Shape_[0], (int)time.Shape_[1]);
        CheckState(h, batch, single, Kind == RecurrentKind.Lstm ? "hidden[0]" : "hidden");
        CheckState(c, batch, single, "hidden[1]");
        var sizes = new int[steps];
        Array.Fill(sizes, batch);
        var (rows, state, cell) = Run(
            module, time.reshape((long)steps * batch, Inputs), sizes, Batched(h), Batched(c));

        var output = rows.view(steps, batch, Hidden * Directions);
        if (single) return (output.squeeze(1), state.squeeze(1), cell?.squeeze(1));
        return (BatchFirst ? output.transpose(0, 1) : output, state, cell);

        Tensor? Batched(Tensor? first) => single ? first?.unsqueeze(1) : first;
    }

    /// <summary>Runs rows that lie step by step, the longest sequence first.</summary>
    public (Tensor Output, Tensor State, Tensor? Cell) Run(
        nn.Module module, Tensor rows, int[] sizes, Tensor? h, Tensor? c)
    {
        var batch = sizes.Length == 0 ? 0 : sizes[0];
        var (states, cells) = (new List<Tensor>(), new List<Tensor>());
        for (var layer = 0; layer < Layers; layer++)
        {
            var outputs = new Tensor[Directions];
            for (var direction = 0; direction < Directions; direction++)
            {
                var place = layer * Directions + direction;
                var steps = new RecurrentSteps(sizes, direction == 1);
                Tensor Zero() => zeros([batch, Hidden], rows.dtype);
                var y = RecurrentLayer.Run(Kind, steps, rows, Weights(module, layer, direction),
                    h?.select(0, place) ?? Zero(), Kind != RecurrentKind.Lstm ? null : c?.select(0, place) ?? Zero());
                outputs[direction] = Kind == RecurrentKind.Lstm ? y.narrow(0, 0, steps.Rows) : y;
                states.Add(Last(outputs[direction], steps));
                if (Kind == RecurrentKind.Lstm) cells.Add(y.narrow(0, steps.Rows, batch));
            }
            rows = Directions == 1 ? outputs[0] : cat(outputs, 1);
            if (Dropout > 0 && module.training && layer < Layers - 1) rows = nn.functional.dropout(rows, Dropout);
        }
        return (rows, stack(states), cells.Count == 0 ? null : stack(cells));
    }

    /// <summary>Runs packed sequences; states and cells are in the order in which the sequences were given.</summary>
    public (nn.utils.rnn.PackedSequence Output, Tensor State, Tensor? Cell) Run(
        nn.Module module, nn.utils.rnn.PackedSequence input, Tensor? h, Tensor? c)
    {
        if (input.data.ndim != 2 || input.data.Shape_[1] != Inputs)
            throw new ArgumentException("input.size(-1) must be equal to input_size. Expected " +
                $"{Inputs}, got {Shapes.Text(input.data.Shape_)}", nameof(input));
        var sizes = input.Sizes;
        CheckState(h, sizes[0], false, Kind == RecurrentKind.Lstm ? "hidden[0]" : "hidden");
        CheckState(c, sizes[0], false, "hidden[1]");
        var (rows, state, cell) = Run(module, input.data, sizes, Ordered(h, input.sorted_indices),
            Ordered(c, input.sorted_indices));
        return (input.With(rows), Ordered(state, input.unsorted_indices)!, Ordered(cell, input.unsorted_indices));

        static Tensor? Ordered(Tensor? states, Tensor? order) =>
            order is null ? states : states?.index_select(1, order);
    }

    // The output of the step that each sequence took last.
    private static Tensor Last(Tensor output, RecurrentSteps steps)
    {
        if (steps.Reverse) return output.narrow(0, 0, steps.Batch);
        if (steps.Count > 0 && steps.Sizes[^1] == steps.Batch)
            return output.narrow(0, steps.Start(steps.Count - 1), steps.Batch);
        var places = new long[steps.Batch];
        for (var step = 0; step < steps.Count; step++)
            for (var i = 0; i < steps.Sizes[step]; i++) places[i] = steps.Start(step) + i;
        return output.index_select(0, tensor(places));
    }

    private static RecurrentLayer.Weights Weights(nn.Module module, int layer, int direction)
    {
        var names = Names(layer, direction);
        return new RecurrentLayer.Weights(module.Own(names[0])!, module.Own(names[1])!,
            module.Own(names[2]), module.Own(names[3]));
    }

    private void CheckInput(nn.Module module, Tensor input, Tensor? h)
    {
        if (input.ndim is not (2 or 3))
            throw new ArgumentException(
                $"{Name}: Expected input to be 2-D or 3-D but received {input.ndim}-D tensor", nameof(input));
        if (input.Shape_[^1] != Inputs)
            throw new ArgumentException("input.size(-1) must be equal to input_size. Expected " +
                $"{Inputs}, got {input.Shape_[^1]}", nameof(input));
        if (input.dtype != module.Own("weight_ih_l0")!.dtype)
            throw new ArgumentException("mat1 and mat2 must have the same dtype: the input is of type " +
                $"{input.dtype}, the parameters are of type {module.Own("weight_ih_l0")!.dtype}", nameof(input));
        if (input.Shape_[0] == 0 || input.Count_ == 0)
            throw new ArgumentException(
                $"Expected sequence length to be larger than 0 in RNN, got {Shapes.Text(input.Shape_)}",
                nameof(input));
        if (h is not null && h.ndim != input.ndim)
            throw new ArgumentException(input.ndim == 2
                ? $"For unbatched 2-D input, hx should also be 2-D but got {h.ndim}-D tensor"
                : $"For batched 3-D input, hx should also be 3-D but got {h.ndim}-D tensor");
    }

    private void CheckState(Tensor? given, int batch, bool single, string name)
    {
        long[] expected = single ? [Layers * Directions, Hidden] : [Layers * Directions, batch, Hidden];
        if (given is not null && !Shapes.Same(given.Shape_, expected))
            throw new ArgumentException($"Expected {name} size ({string.Join(", ", expected)}), got " +
                Shapes.Text(given.Shape_));
    }
}
