using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenAiCourse.Models;

/// <summary>A multilayer perceptron: linear layers with a nonlinearity between each two.</summary>
/// <remarks>
/// Rosenblatt, 1958, for one layer; Rumelhart, Hinton and Williams, 1986, for more, https://doi.org/10.1038/323533a0.
/// </remarks>
public sealed class MultilayerPerceptron : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers;
    private readonly Func<Tensor, Tensor> activation;

    /// <param name="widths">
    /// Numbers a layer passes on: inputs first, outputs last; two at the least, each positive.
    /// </param>
    /// <param name="activation">Applied after every layer but the last; null for tanh.</param>
    /// <exception cref="ArgumentException">There are fewer than two widths, or one is not positive.</exception>
    public MultilayerPerceptron(IReadOnlyList<long> widths, Func<Tensor, Tensor>? activation = null)
        : base(nameof(MultilayerPerceptron))
    {
        ArgumentNullException.ThrowIfNull(widths);
        if (widths.Count < 2 || widths.Any(width => width < 1))
            throw new ArgumentException(
                $"expected two or more positive widths, got [{string.Join(", ", widths)}]", nameof(widths));
        this.activation = activation ?? (x => x.tanh());
        layers = new ModuleList<Linear>([.. widths.Zip(widths.Skip(1), (from, to) => Linear(from, to))]);
        RegisterComponents();
    }

    /// <summary>The outputs for a batch of inputs.</summary>
    /// <param name="input">[batch, first width].</param>
    /// <returns>[batch, last width].</returns>
    public override Tensor forward(Tensor input)
    {
        var x = input;
        for (var i = 0; i < layers.Count; i++)
            x = i == layers.Count - 1 ? layers[i].call(x) : activation(layers[i].call(x));
        return x;
    }
}
