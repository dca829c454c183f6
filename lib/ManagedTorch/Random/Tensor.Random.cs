using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Fills with draws uniform over [<paramref name="from"/>, <paramref name="to"/>).</summary>
        /// <exception cref="ArgumentException"><paramref name="from"/> is above <paramref name="to"/>.</exception>
        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            if (!(from <= to))
                throw new ArgumentException(
                    $"uniform_ expects to return a [from, to) range, but found from={from} > to={to}");
            return Draw("uniform_", generator,
                (values, engine) => RandomFill.Uniform(engine, values.Elements<float>(), from, to),
                (values, engine) => RandomFill.Uniform(engine, values.Elements<double>(), from, to));
        }

        /// <summary>Fills with draws from N(<paramref name="mean"/>, <paramref name="std"/>²).</summary>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="std"/> is negative.</exception>
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null)
        {
            if (!(std >= 0))
                throw new ArgumentOutOfRangeException(nameof(std), $"normal expects std >= 0.0, but found std {std}");
            var blocks = Contiguous_;
            return Draw("normal_", generator,
                (values, engine) => RandomFill.Normal(engine, values.Elements<float>(), mean, std, blocks),
                (values, engine) => RandomFill.Normal(engine, values.Elements<double>(), mean, std, blocks));
        }

        /// <summary>Fills with the density λ·exp(−λx).</summary>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="lambda"/> is not positive.</exception>
        public Tensor exponential_(double lambda = 1.0, Generator? generator = null)
        {
            if (!(lambda > 0))
                throw new ArgumentOutOfRangeException(
                    nameof(lambda), $"exponential_ expects lambda > 0.0, but found lambda={lambda}");
            return Transformed("exponential_", generator, u => -1 / lambda * Math.Log(1 - u));
        }

        /// <summary>Fills with draws of the Cauchy distribution.</summary>
        public Tensor cauchy_(double median = 0.0, double sigma = 1.0, Generator? generator = null) =>
            Transformed("cauchy_", generator, u => median + sigma * Math.Tan(Math.PI * (u - 0.5)));

        /// <summary>Fills with the number of trials up to the first success.</summary>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not in (0, 1).</exception>
        public Tensor geometric_(double p, Generator? generator = null)
        {
            if (!(p > 0 && p < 1))
                throw new ArgumentOutOfRangeException(
                    nameof(p), $"geometric_ expects p to be in (0, 1), but got p={p}");
            return Transformed("geometric_", generator, u => Math.Ceiling(Math.Log(u) / Math.Log(1 - p)));
        }

        /// <summary>Fills with 1 with probability <paramref name="p"/>, else 0.</summary>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not in [0, 1].</exception>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            if (!(p >= 0 && p <= 1))
                throw new ArgumentOutOfRangeException(
                    nameof(p), $"bernoulli_ expects p to be in [0, 1], but got p={p}");
            return Transformed("bernoulli_", generator, u => u < p ? 1 : 0);
        }

        /// <summary>Fills with 1 with the probability at the same place of <paramref name="p"/>, else 0.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null)
        {
            ArgumentNullException.ThrowIfNull(p);
            using (no_grad()) copy_(p.expand_as(this).bernoulli(generator));
            return this;
        }

        /// <summary>1 with the probability at the same place of this tensor, else 0.</summary>
        /// <exception cref="ArgumentException">An element is not in [0, 1].</exception>
        public Tensor bernoulli(Generator? generator = null)
        {
            var p = AsContiguous();
            var result = New(dtype, Shape_);
            var engine = (generator ?? Generator.Default).Engine;
            lock (engine)
            {
                if (dtype == ScalarType.Float32)
                    RandomFill.Bernoulli<float>(engine, p.Elements<float>(), result.Elements<float>());
                else if (dtype == ScalarType.Float64)
                    RandomFill.Bernoulli<double>(engine, p.Elements<double>(), result.Elements<double>());
                else
                    throw new NotSupportedException(
                        $"bernoulli needs floating point probabilities, got {dtype}; use .to(Float32)");
            }
            return result;
        }

        /// <summary>Fills with integers in [<paramref name="from"/>, <paramref name="to"/>).</summary>
        /// <exception cref="ArgumentException">The range is empty.</exception>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            Integers((long)from, (long)to, generator);

        /// <summary>Draws categories, with the elements of each row as their weights.</summary>
        /// <param name="num_samples">Draws from each row.</param>
        /// <param name="replacement">Whether a category can be drawn twice.</param>
        /// <param name="generator">The source, or null for the default.</param>
        /// <returns>Int64 [num_samples], or [rows, num_samples].</returns>
        /// <exception cref="ArgumentException">
        /// The tensor is not [categories] or [rows, categories] of floating point, a weight is negative, infinite or
        /// NaN, a
        /// row has no positive weight, or there are fewer categories than draws without replacement.
        /// </exception>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            dtype switch
            {
                ScalarType.Float32 => Multinomial<float>(num_samples, replacement, generator),
                ScalarType.Float64 => Multinomial<double>(num_samples, replacement, generator),
                _ => throw new ArgumentException(
                    $"multinomial only supports floating-point dtypes for input, got: {dtype.Word()}"),
            };

        /// <summary>Draws uniform over [0, 1), in the shape of this tensor.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand(Shape_, dtype ?? this.dtype, device, requires_grad);

        /// <summary>Draws from N(0, 1), in the shape of this tensor.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn(Shape_, dtype ?? this.dtype, device, requires_grad);

        /// <summary>
        /// Integers in [<paramref name="low"/>, <paramref name="high"/>), in the shape of this tensor.
        /// </summary>
        public Tensor randint_like(
            long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randint(low, high, Shape_, dtype ?? this.dtype, device, requires_grad);

        internal Tensor Integers(long low, long high, Generator? generator)
        {
            if (low >= high)
                throw new ArgumentException(
                    $"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");
            return Draw("random_", generator, (values, engine) =>
            {
                switch (values.dtype)
                {
                    case ScalarType.Int64: RandomFill.Integers(engine, values.Elements<long>(), low, high); break;
                    case ScalarType.Int32: RandomFill.Integers(engine, values.Elements<int>(), low, high); break;
                    case ScalarType.Byte: RandomFill.Integers(engine, values.Elements<byte>(), low, high); break;
                    case ScalarType.Float32: RandomFill.Integers(engine, values.Elements<float>(), low, high); break;
                    case ScalarType.Float64: RandomFill.Integers(engine, values.Elements<double>(), low, high); break;
                    case ScalarType.Bool: RandomFill.Integers(engine, values.Elements<byte>(), low, high); break;
                    default: throw ScalarTypes.NotSupported(values.dtype);
                }
            });
        }

        private Tensor Multinomial<T>(long samples, bool replacement, Generator? generator)
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            if (ndim is not (1 or 2)) throw new ArgumentException($"prob_dist must be 1 or 2 dim, got {ndim}");
            if (samples <= 0)
                throw new ArgumentOutOfRangeException(nameof(samples), "cannot sample n_sample <= 0 samples");
            var categories = (int)Shape_[^1];
            if (!replacement && samples > categories)
                throw new ArgumentException("cannot sample n_sample > prob_dist.size(-1) samples without replacement");
            var weights = AsContiguous();
            RandomFill.CheckWeights<T>(weights.Elements<T>(), categories);
            var result = New(ScalarType.Int64, [.. Shape_[..^1], samples]);
            var engine = (generator ?? Generator.Default).Engine;
            lock (engine)
            {
                for (var row = 0; row < weights.Count_ / categories; row++)
                {
                    ReadOnlySpan<T> from = weights.Elements<T>().Slice(row * categories, categories);
                    var to = result.Elements<long>().Slice(row * (int)samples, (int)samples);
                    if (replacement && samples > 1) RandomFill.Multinomial(engine, from, to);
                    else RandomFill.MultinomialDistinct(engine, from, to);
                }
            }
            return result;
        }

        private Tensor Transformed(string name, Generator? generator, Func<double, double> transform) =>
            Draw(name, generator, (values, engine) =>
            {
                switch (values.dtype)
                {
                    case ScalarType.Float32: RandomFill.Transformed(engine, values.Elements<float>(), transform); break;
                    case ScalarType.Float64:
                        RandomFill.Transformed(engine, values.Elements<double>(), transform);
                        break;
                    case ScalarType.Int64: RandomFill.Transformed(engine, values.Elements<long>(), transform); break;
                    case ScalarType.Int32: RandomFill.Transformed(engine, values.Elements<int>(), transform); break;
                    case ScalarType.Bool or ScalarType.Byte:
                        RandomFill.Transformed(engine, values.Elements<byte>(), transform);
                        break;
                    default: throw ScalarTypes.NotSupported(values.dtype);
                }
            });

        private Tensor Draw(string name, Generator? generator, Action<Tensor, MersenneTwister> single,
            Action<Tensor, MersenneTwister> twice) => Draw(name, generator, (values, engine) =>
        {
            if (values.dtype == ScalarType.Float32) single(values, engine);
            else if (values.dtype == ScalarType.Float64) twice(values, engine);
            else
                throw new NotSupportedException(
                    $"\"{name}\" not implemented for '{values.dtype.Word()}'; use Float32 or Float64");
        });

        private Tensor Draw(string name, Generator? generator, Action<Tensor, MersenneTwister> fill)
        {
            CheckWritable();
            var values = Contiguous_ ? this : New(dtype, Shape_);
            var engine = (generator ?? Generator.Default).Engine;
            lock (engine) fill(values, engine);
            if (!ReferenceEquals(values, this))
            {
                using (no_grad()) copy_(values);
            }
            return Written(name, [this], _ => [null]);
        }
    }
}
