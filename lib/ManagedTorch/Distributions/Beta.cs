using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The beta distribution over (0, 1).</summary>
public class Beta : ExponentialFamily
{
    private readonly Tensor _concentration1;
    private readonly Tensor _concentration0;

    /// <param name="concentration1">What pulls to 1.</param>
    /// <param name="concentration0">What pulls to 0.</param>
    /// <param name="generator">The source of draws, or null for the default.</param>
    public Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null) : base(generator)
    {
        var both = broadcast_tensors(concentration1, concentration0);
        (_concentration1, _concentration0) = (both[0].alias().DetachFromDisposeScope(),
            both[1].alias().DetachFromDisposeScope());
        _init(_concentration1.shape);
    }

    /// <inheritdoc/>
    public override Tensor mean => _concentration1.div(Total);

    /// <inheritdoc/>
    public override Tensor mode => _concentration1.sub(1).div(Total.sub(2));

    /// <inheritdoc/>
    public override Tensor variance =>
        _concentration1.mul(_concentration0).div(Total.square().mul(Total.add(1)));

    private Tensor Total => _concentration1.add(_concentration0);

    private Dirichlet Both => new(stack([_concentration1, _concentration0], -1), generator);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Both.rsample(sample_shape).select(-1, 0);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Both.log_prob(stack([value, value.SubtractedFrom(1)], -1));

    /// <inheritdoc/>
    public override Tensor entropy() => Both.entropy();

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        new Beta(_concentration1.expand(batch_shape), _concentration0.expand(batch_shape), generator);
}
