using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The exponential distribution.</summary>
public class Exponential : ExponentialFamily
{
    private readonly Tensor _rate;

    /// <param name="rate">The rate: 1 over the mean.</param>
    /// <param name="generator">The source of draws, or null for the default.</param>
    public Exponential(Tensor rate, Generator? generator = null) : base(generator)
    {
        _rate = rate.alias().DetachFromDisposeScope();
        _init(_rate.shape);
    }

    /// <inheritdoc/>
    public override Tensor mean => _rate.reciprocal();

    /// <inheritdoc/>
    public override Tensor mode => torch.zeros_like(_rate);

    /// <inheritdoc/>
    public override Tensor stddev => _rate.reciprocal();

    /// <inheritdoc/>
    public override Tensor variance => _rate.pow(-2);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        empty(ExtendedShape(sample_shape), _rate.dtype).exponential_(1, generator).div(_rate);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => _rate.log().sub(_rate.mul(value));

    /// <inheritdoc/>
    public override Tensor entropy() => _rate.log().SubtractedFrom(1);

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => _rate.mul(value).neg().expm1().neg();

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => value.neg().log1p().neg().div(_rate);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        new Exponential(_rate.expand(batch_shape), generator);
}
