using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>1 with a probability, else 0.</summary>
public class Bernoulli : Distribution
{
    private readonly Tensor? _probs;
    private readonly Tensor? _logits;

    /// <param name="p">The probability of 1, or null.</param>
    /// <param name="l">log(p / (1 − p)), or null.</param>
    /// <param name="generator">The source of draws, or null for the default.</param>
    /// <exception cref="ArgumentException">Both or none of the parameters are given.</exception>
    public Bernoulli(Tensor? p = null, Tensor? l = null, Generator? generator = null) : base(generator)
    {
        if (p is null == l is null)
            throw new ArgumentException("Either `probs` or `logits` must be specified, but not both.");
        (_probs, _logits) = (p?.alias().DetachFromDisposeScope(), l?.alias().DetachFromDisposeScope());
        _init((p ?? l)!.shape);
    }

    /// <summary>The probability of 1.</summary>
    public Tensor probs => _probs ?? LogitsToProbs(_logits!, isBinary: true);

    /// <summary>log(p / (1 − p)).</summary>
    public Tensor logits => _logits ?? ProbsToLogits(_probs!, isBinary: true);

    /// <inheritdoc/>
    public override Tensor mean => probs;

    /// <inheritdoc/>
    public override Tensor variance => probs.mul(probs.SubtractedFrom(1));

    /// <summary>Draws; they have no gradient.</summary>
    public override Tensor rsample(params long[] sample_shape) =>
        probs.detach().expand(ExtendedShape(sample_shape)).bernoulli(generator);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => nn.functional.binary_cross_entropy_with_logits(
        logits.expand(value.shape), value.expand(value.shape), reduction: nn.Reduction.None).neg();

    /// <inheritdoc/>
    public override Tensor entropy() =>
        nn.functional.binary_cross_entropy_with_logits(logits, probs, reduction: nn.Reduction.None);

    private protected override Tensor Support(bool expand)
    {
        var values = arange(2, probs.dtype).view([-1, .. Enumerable.Repeat(1L, batch_shape.Length)]);
        return expand ? values.expand([2, .. batch_shape]) : values;
    }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        new Bernoulli(_probs?.expand(batch_shape), _logits?.expand(batch_shape), generator);
}
