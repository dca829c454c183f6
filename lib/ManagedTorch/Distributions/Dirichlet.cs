using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Dirichlet distribution over vectors of positive numbers that sum to 1.</summary>
public class Dirichlet : ExponentialFamily
{
    private readonly Tensor _concentration;

    /// <param name="concentration">The concentrations, along the last dimension.</param>
    /// <param name="generator">The source of draws, or null for the default.</param>
    public Dirichlet(Tensor concentration, Generator? generator = null) : base(generator)
    {
        _concentration = concentration.alias().DetachFromDisposeScope();
        if (_concentration.ndim < 1)
            throw new ArgumentException("`concentration` parameter must be at least one-dimensional.");
        _init(_concentration.shape[..^1], _concentration.shape[^1..]);
    }

    /// <inheritdoc/>
    public override Tensor mean => _concentration.div(Total);

    /// <inheritdoc/>
    public override Tensor variance => mean.mul(mean.SubtractedFrom(1)).div(Total.add(1));

    /// <summary>The most likely vector; one corner where no concentration is above 1.</summary>
    public override Tensor mode
    {
        get
        {
            var above = _concentration.sub(1).clamp_min(0);
            var inside = above.div(above.sum(-1, keepdim: true));
            var corner = nn.functional.one_hot(_concentration.argmax(-1), _concentration.shape[^1]);
            return where(_concentration.lt(1).all(-1, keepdim: true), corner.to_type(inside.dtype), inside);
        }
    }

    private Tensor Total => _concentration.sum(-1, keepdim: true);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        _sample_dirichlet(_concentration.expand(ExtendedShape(sample_shape)), generator);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => _concentration.sub(1).xlogy(value).sum(dim: -1)
        .add(_concentration.sum(dim: -1).lgamma()).sub(_concentration.lgamma().sum(dim: -1));

    /// <inheritdoc/>
    public override Tensor entropy()
    {
        var (k, total) = (_concentration.shape[^1], _concentration.sum(dim: -1));
        return _concentration.lgamma().sum(dim: -1).sub(total.lgamma()).sub(total.digamma().mul(k - total))
            .sub(_concentration.sub(1).mul(_concentration.digamma()).sum(dim: -1));
    }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        new Dirichlet(_concentration.expand([.. batch_shape, .. event_shape]), generator);
}
