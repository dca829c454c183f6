using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module that adds places before and after the elements of the last dimensions.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes _mode;

    /// <summary>A module with its padding.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="mode">What stands in the new places.</param>
    /// <param name="value">The value, where that is one.</param>
    /// <param name="padding">How many before and after: of the last dimension, then of the one before it.</param>
    protected PadBase(string name, PaddingModes mode, double value, params long[] padding) : base(name) =>
        (_mode, this.value, this.padding) = (mode, value, padding);

    /// <summary>How many places before and after: of the last dimension, then of the one before it.</summary>
    public long[] padding { get; set; }

    /// <summary>What stands in the new places, where that is one value.</summary>
    public double value { get; set; }

    /// <inheritdoc cref="nn.functional.pad(Tensor, long[], PaddingModes, double)"/>
    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, _mode, value);
}
