using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Poisson distribution of counts.</summary>
public class Poisson : ExponentialFamily
{
    private readonly Tensor _rate;

    /// <param name="rate">The mean.</param>
    /// <param name="generator">The source of draws, or null for the default.</param>
    public Poisson(Tensor rate, Generator? generator = null) : base(generator)
    {
        _rate = rate.alias().DetachFromDisposeScope();
        _init(_rate.shape);
    }

    /// <inheritdoc/>
    public override Tensor mean => _rate;

    /// <inheritdoc/>
    public override Tensor mode => _rate.floor();

    /// <inheritdoc/>
    public override Tensor variance => _rate;

    /// <summary>Draws; they have no gradient.</summary>
    public override Tensor rsample(params long[] sample_shape) =>
        poisson(_rate.expand(ExtendedShape(sample_shape)), generator);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => value.xlogy(_rate).sub(_rate).sub(value.add(1).lgamma());

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        new Poisson(_rate.expand(batch_shape), generator);
}
