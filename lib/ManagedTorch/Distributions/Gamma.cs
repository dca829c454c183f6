using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The gamma distribution.</summary>
public class Gamma : ExponentialFamily
{
    private readonly Tensor _concentration;
    private readonly Tensor _rate;

    /// <param name="concentration">The shape.</param>
    /// <param name="rate">The rate: 1 over the scale.</param>
    /// <param name="generator">The source of draws, or null for the default.</param>
    public Gamma(Tensor concentration, Tensor rate, Generator? generator = null) : base(generator)
    {
        var both = broadcast_tensors(concentration, rate);
        (_concentration, _rate) = (both[0].alias().DetachFromDisposeScope(), both[1].alias().DetachFromDisposeScope());
        _init(_concentration.shape);
    }

    /// <inheritdoc/>
    public override Tensor mean => _concentration.div(_rate);

    /// <inheritdoc/>
    public override Tensor mode => _concentration.sub(1).div(_rate).clamp_min(0);

    /// <inheritdoc/>
    public override Tensor variance => _concentration.div(_rate.square());

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        _standard_gamma(_concentration.expand(ExtendedShape(sample_shape)), generator).div(_rate);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        _concentration.xlogy(_rate).add(_concentration.sub(1).xlogy(value)).sub(_rate.mul(value))
            .sub(_concentration.lgamma());

    /// <inheritdoc/>
    public override Tensor entropy() =>
        _concentration.sub(_rate.log()).add(_concentration.lgamma())
            .add(_concentration.SubtractedFrom(1).mul(_concentration.digamma()));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => special.gammainc(_concentration.detach(), _rate.mul(value));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        new Gamma(_concentration.expand(batch_shape), _rate.expand(batch_shape), generator);
}
