using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>One of several categories, by number.</summary>
public class Categorical : Distribution
{
    private readonly Tensor? _probs;
    private readonly Tensor? _logits;

    /// <param name="probs">Weights of the categories along the last dimension, or null.</param>
    /// <param name="logits">Their logarithms, or null.</param>
    /// <param name="generator">The source of draws, or null for the default.</param>
    /// <exception cref="ArgumentException">
    /// Both or none of the parameters are given, or there is no dimension.
    /// </exception>
    public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        if (probs is null == logits is null)
            throw new ArgumentException("Either `probs` or `logits` must be specified, but not both.");
        if ((probs ?? logits)!.ndim < 1)
            throw new ArgumentException($"`{(probs is null ? "logits" : "probs")}` parameter must be at least " +
                "one-dimensional.");
        _probs = probs?.div(probs.sum(-1, keepdim: true)).DetachFromDisposeScope();
        _logits = logits?.sub(logits.logsumexp(-1, keepdim: true)).DetachFromDisposeScope();
        _init((probs ?? logits)!.shape[..^1]);
    }

    /// <summary>The probabilities.</summary>
    public Tensor probs => _probs ?? LogitsToProbs(_logits!);

    /// <summary>Their logarithms.</summary>
    public Tensor logits => _logits ?? ProbsToLogits(_probs!);

    /// <summary>The shape of the parameters.</summary>
    public long[] param_shape => (_probs ?? _logits)!.shape;

    /// <summary>NaN: a number of a category has no mean.</summary>
    public override Tensor mean => full([.. batch_shape], double.NaN, probs.dtype);

    /// <inheritdoc cref="mean"/>
    public override Tensor variance => mean;

    /// <summary>Draws, Int64; they have no gradient.</summary>
    public override Tensor rsample(params long[] sample_shape)
    {
        var rows = probs.detach().reshape(-1, param_shape[^1]);
        var draws = rows.multinomial(Shapes.Count(sample_shape), true, generator);
        return draws.t().reshape(ExtendedShape(sample_shape));
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        var both = broadcast_tensors(value.to_type(ScalarType.Int64).unsqueeze(-1), logits);
        return both[1].gather(-1, both[0].narrow(-1, 0, 1)).squeeze(-1);
    }

    /// <inheritdoc/>
    public override Tensor entropy() => logits.clamp_min(-3.4028234663852886e+38).mul(probs).sum(dim: -1).neg();

    private protected override Tensor Support(bool expand)
    {
        var values = arange(param_shape[^1]).view([-1, .. Enumerable.Repeat(1L, batch_shape.Length)]);
        return expand ? values.expand([param_shape[^1], .. batch_shape]) : values;
    }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        long[] shape = [.. batch_shape, param_shape[^1]];
        return new Categorical(_probs?.expand(shape), _logits?.expand(shape), generator);
    }
}
