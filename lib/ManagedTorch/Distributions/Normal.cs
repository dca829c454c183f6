using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The normal distribution.</summary>
public class Normal : Distribution
{
    private readonly Tensor _loc;
    private readonly Tensor _scale;

    /// <param name="loc">The mean.</param>
    /// <param name="scale">The standard deviation.</param>
    /// <param name="generator">The source of draws, or null for the default.</param>
    public Normal(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
    {
        var both = broadcast_tensors(loc, scale);
        (_loc, _scale) = (both[0].alias().DetachFromDisposeScope(), both[1].alias().DetachFromDisposeScope());
        _init(_loc.shape);
    }

    /// <inheritdoc/>
    public override Tensor mean => _loc;

    /// <inheritdoc/>
    public override Tensor mode => _loc;

    /// <inheritdoc/>
    public override Tensor stddev => _scale;

    /// <inheritdoc/>
    public override Tensor variance => _scale.square();

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        randn(ExtendedShape(sample_shape), _loc.dtype, generator: generator).mul(_scale).add(_loc);

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape) => base.sample(sample_shape);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        value.sub(_loc).div(_scale).square().mul(-0.5).sub(_scale.log()).sub(0.5 * Math.Log(2 * Math.PI));

    /// <inheritdoc/>
    public override Tensor entropy() => _scale.log().add(0.5 + (0.5 * Math.Log(2 * Math.PI)));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => special.ndtr(value.sub(_loc).div(_scale));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => special.ndtri(value).mul(_scale).add(_loc);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        new Normal(_loc.expand(batch_shape), _scale.expand(batch_shape), generator);
}
