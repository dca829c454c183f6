using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The uniform distribution over [low, high).</summary>
public class Uniform : Distribution
{
    private readonly Tensor _low;
    private readonly Tensor _high;

    /// <param name="low">Where it begins.</param>
    /// <param name="high">Where it ends.</param>
    /// <param name="generator">The source of draws, or null for the default.</param>
    public Uniform(Tensor low, Tensor high, Generator? generator = null) : base(generator)
    {
        var both = broadcast_tensors(low, high);
        (_low, _high) = (both[0].alias().DetachFromDisposeScope(), both[1].alias().DetachFromDisposeScope());
        _init(_low.shape);
    }

    /// <inheritdoc/>
    public override Tensor mean => _high.add(_low).div(2);

    /// <inheritdoc/>
    public override Tensor variance => _high.sub(_low).square().div(12);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        rand(ExtendedShape(sample_shape), _low.dtype, generator: generator).mul(_high.sub(_low)).add(_low);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        value.ge(_low).logical_and(value.lt(_high)).to_type(_low.dtype).log().sub(_high.sub(_low).log());

    /// <inheritdoc/>
    public override Tensor entropy() => _high.sub(_low).log();

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => value.sub(_low).div(_high.sub(_low)).clamp(0, 1);

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => value.mul(_high.sub(_low)).add(_low);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        new Uniform(_low.expand(batch_shape), _high.expand(batch_shape), generator);
}
