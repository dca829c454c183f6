using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Probability distributions: draws, densities and moments.</summary>
    public static partial class distributions
    {
        /// <summary>A batch of distributions of one kind.</summary>
        public abstract class Distribution : IDisposable
        {
            /// <summary>Euler's constant.</summary>
            protected const double euler_constant = 0.5772156649015329;

            /// <summary>The source of draws, or null for the default.</summary>
            [SuppressMessage("Design", "CA1051", Justification = "As TorchSharp.")]
            protected Generator? generator;

            /// <param name="generator">The source of draws, or null for the default.</param>
            /// <param name="batch_shape">How many distributions there are.</param>
            /// <param name="event_shape">The shape of one draw of one distribution.</param>
            [SuppressMessage("Design", "CA1012", Justification = "As TorchSharp.")]
            public Distribution(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null)
            {
                this.generator = generator;
                _init(batch_shape ?? [], event_shape ?? []);
            }

            /// <summary>How many distributions there are.</summary>
            public Size batch_shape { get; protected set; }

            /// <summary>The shape of one draw of one distribution.</summary>
            public Size event_shape { get; protected set; }

            /// <summary>The mean.</summary>
            public abstract Tensor mean { get; }

            /// <summary>The variance.</summary>
            public abstract Tensor variance { get; }

            /// <summary>The most likely value.</summary>
            /// <exception cref="NotSupportedException">The distribution has none, or several.</exception>
            public virtual Tensor mode => throw Lacks("mode");

            /// <summary>The standard deviation.</summary>
            public virtual Tensor stddev => variance.sqrt();

            /// <summary>Draws, without gradient: of the shape sample_shape, then batch, then event.</summary>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using var _ = no_grad();
                return rsample(sample_shape);
            }

            /// <inheritdoc cref="sample(long[])"/>
            public Tensor sample(Size sample_shape) => sample(sample_shape.Shape);

            /// <summary>Draws that are differentiable for the parameters, where the distribution allows it.</summary>
            public abstract Tensor rsample(params long[] sample_shape);

            /// <inheritdoc cref="rsample(long[])"/>
            public Tensor rsample(Size sample_shape) => rsample(sample_shape.Shape);

            /// <summary>The logarithm of the density, or of the probability, of values.</summary>
            public abstract Tensor log_prob(Tensor value);

            /// <summary>The entropy in nats.</summary>
            public abstract Tensor entropy();

            /// <summary>How much of the distribution is at most a value.</summary>
            /// <exception cref="NotSupportedException">The distribution has no closed form for it.</exception>
            public virtual Tensor cdf(Tensor value) => throw Lacks(nameof(cdf));

            /// <summary>The value below which a share lies.</summary>
            /// <exception cref="NotSupportedException">The distribution has no closed form for it.</exception>
            public virtual Tensor icdf(Tensor value) => throw Lacks(nameof(icdf));

            /// <summary>All values that can be drawn.</summary>
            /// <exception cref="NotSupportedException">They cannot be listed.</exception>
            public virtual Tensor enumerate_support(bool expand = true) =>
                Support(expand) ?? throw Lacks(nameof(enumerate_support));

            private protected virtual Tensor? Support(bool expand) => null;

            /// <summary>The same distributions for a larger batch.</summary>
            public abstract Distribution expand(Size batch_shape, Distribution? instance = null);

            /// <summary>e to the power of the entropy.</summary>
            public virtual Tensor perplexity() => entropy().exp();

            /// <summary>Does nothing: the parameters stay with whoever made them.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <inheritdoc cref="Dispose()"/>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>The shape of draws.</summary>
            protected long[] ExtendedShape(params long[] sample_shape) =>
                [.. sample_shape, .. batch_shape.Shape, .. event_shape.Shape];

            /// <summary>Sets the shapes.</summary>
            protected void _init(Size? batch_shape = null, Size? event_shape = null) =>
                (this.batch_shape, this.event_shape) = (batch_shape ?? Size.Empty, event_shape ?? Size.Empty);

            /// <summary>Probabilities from logits.</summary>
            protected Tensor LogitsToProbs(Tensor logits, bool isBinary = false) =>
                isBinary ? logits.sigmoid() : logits.softmax(-1);

            /// <summary>Logits from probabilities, which are first kept away from 0 (and 1).</summary>
            protected Tensor ProbsToLogits(Tensor probs, bool isBinary = false)
            {
                var kept = ClampProbs(probs);
                return isBinary ? kept.log().sub(kept.neg().log1p()) : kept.log();
            }

            /// <summary>Probabilities kept within [ε, 1 − ε].</summary>
            protected Tensor ClampProbs(Tensor probs)
            {
                var eps = Epsilon(probs);
                return probs.clamp(eps, 1 - eps);
            }

            internal static double Epsilon(Tensor x) =>
                x.dtype == ScalarType.Float64 ? 2.220446049250313e-16 : 1.1920928955078125e-07;

            private NotSupportedException Lacks(string member) =>
                new($"{GetType().Name} has no {member}.");
        }

        /// <summary>A distribution whose density is exp(⟨θ, t(x)⟩ − F(θ)) up to a factor of x.</summary>
        public abstract class ExponentialFamily : Distribution
        {
            /// <param name="generator">The source of draws, or null for the default.</param>
            protected ExponentialFamily(Generator? generator) : base(generator)
            {
            }

            /// <inheritdoc/>
            /// <exception cref="NotSupportedException">
            /// There is no closed form, as of the Poisson distribution.
            /// </exception>
            public override Tensor entropy() =>
                throw new NotSupportedException($"{GetType().Name} has no closed form of its entropy.");
        }
    }
}
