namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <inheritdoc cref="Modules.Bernoulli"/>
        public static Modules.Bernoulli Bernoulli(Tensor? probs = null, Tensor? logits = null,
            Generator? generator = null) =>
            new(probs, logits, generator);

        /// <inheritdoc cref="Modules.Bernoulli"/>
        public static Modules.Bernoulli Bernoulli(double? probs, double? logits, Generator? generator = null) =>
            new(probs is { } p ? tensor(p) : null, logits is { } l ? tensor(l) : null, generator);

        /// <inheritdoc cref="Modules.Bernoulli"/>
        public static Modules.Bernoulli Bernoulli(float? probs, float? logits, Generator? generator = null) =>
            new(probs is { } p ? tensor(p) : null, logits is { } l ? tensor(l) : null, generator);

        /// <inheritdoc cref="Modules.Beta"/>
        public static Modules.Beta Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null) =>
            new(concentration1, concentration0, generator);

        /// <inheritdoc cref="Modules.Categorical"/>
        public static Modules.Categorical Categorical(Tensor? probs = null, Tensor? logits = null,
            Generator? generator = null) =>
            new(probs, logits, generator);

        /// <inheritdoc cref="Modules.Categorical"/>
        public static Modules.Categorical Categorical(int categories, Generator? generator = null) =>
            new(ones([categories]), null, generator);

        /// <inheritdoc cref="Modules.Dirichlet"/>
        public static Modules.Dirichlet Dirichlet(Tensor concentration, Generator? generator = null) =>
            new(concentration, generator);

        /// <inheritdoc cref="Modules.Exponential"/>
        public static Modules.Exponential Exponential(Tensor rate, Generator? generator = null) =>
            new(rate, generator);

        /// <inheritdoc cref="Modules.Gamma"/>
        public static Modules.Gamma Gamma(Tensor concentration, Tensor rate, Generator? generator = null) =>
            new(concentration, rate, generator);

        /// <inheritdoc cref="Modules.Laplace"/>
        public static Modules.Laplace Laplace(Tensor loc, Tensor scale, Generator? generator = null) =>
            new(loc, scale, generator);

        /// <inheritdoc cref="Modules.Laplace"/>
        public static Modules.Laplace Laplace(double loc, double scale = 1.0, Generator? generator = null) =>
            new(tensor(loc), tensor(scale), generator);

        /// <inheritdoc cref="Modules.Laplace"/>
        public static Modules.Laplace Laplace(float loc, float scale = 1f, Generator? generator = null) =>
            new(tensor(loc), tensor(scale), generator);

        /// <inheritdoc cref="Modules.Normal"/>
        public static Modules.Normal Normal(Tensor loc, Tensor scale, Generator? generator = null) =>
            new(loc, scale, generator);

        /// <inheritdoc cref="Modules.Normal"/>
        public static Modules.Normal Normal(double loc, double scale = 1.0, Generator? generator = null) =>
            new(tensor(loc), tensor(scale), generator);

        /// <inheritdoc cref="Modules.Normal"/>
        public static Modules.Normal Normal(float loc, float scale = 1f, Generator? generator = null) =>
            new(tensor(loc), tensor(scale), generator);

        /// <inheritdoc cref="Modules.Poisson"/>
        public static Modules.Poisson Poisson(Tensor rate, Generator? generator = null) =>
            new(rate, generator);

        /// <inheritdoc cref="Modules.Poisson"/>
        public static Modules.Poisson Poisson(double rate, Generator? generator = null) =>
            new(tensor(rate), generator);

        /// <inheritdoc cref="Modules.Poisson"/>
        public static Modules.Poisson Poisson(float rate, Generator? generator = null) =>
            new(tensor(rate), generator);

        /// <inheritdoc cref="Modules.Uniform"/>
        public static Modules.Uniform Uniform(Tensor low, Tensor high, Generator? generator = null) =>
            new(low, high, generator);
    }
}
