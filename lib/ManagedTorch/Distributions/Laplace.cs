using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Laplace distribution: exponential to both sides.</summary>
public class Laplace : Distribution
{
    private readonly Tensor _loc;
    private readonly Tensor _scale;

    /// <param name="loc">The mean.</param>
    /// <param name="scale">The mean distance from it.</param>
    /// <param name="generator">The source of draws, or null for the default.</param>
    public Laplace(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
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
    public override Tensor variance => _scale.square().mul(2);

    /// <inheritdoc/>
    public override Tensor stddev => _scale.mul(Math.Sqrt(2));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape)
    {
        var u = empty(ExtendedShape(sample_shape), _loc.dtype).uniform_(Epsilon(_loc) - 1, 1, generator);
        return _loc.sub(_scale.mul(u.sign()).mul(u.abs().neg().log1p()));
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => _scale.mul(2).log().neg().sub(value.sub(_loc).abs().div(_scale));

    /// <inheritdoc/>
    public override Tensor entropy() => _scale.mul(2).log().add(1);

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value)
    {
        var distance = value.sub(_loc);
        return distance.sign().mul(distance.abs().neg().div(_scale).expm1()).mul(-0.5).add(0.5);
    }

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value)
    {
        var term = value.sub(0.5);
        return _loc.sub(_scale.mul(term.sign()).mul(term.abs().mul(-2).log1p()));
    }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        new Laplace(_loc.expand(batch_shape), _scale.expand(batch_shape), generator);
}
