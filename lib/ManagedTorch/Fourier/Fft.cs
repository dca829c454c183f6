using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>How a Fourier transform is scaled.</summary>
public enum FFTNormType
{
    /// <summary>The inverse by 1/n.</summary>
    Backward = 0,

    /// <summary>The transform by 1/n.</summary>
    Forward = 1,

    /// <summary>Both by 1/√n.</summary>
    Ortho = 2,
}

public static partial class torch
{
    /// <summary>Discrete Fourier transforms, of any length, computed in double precision.</summary>
    /// <remarks>A real input is Float32 or Float64; integers are taken as the default type.</remarks>
    public static partial class fft
    {
        /// <summary>Σ x[j] e^(−2πi jk / n) along a dimension.</summary>
        /// <param name="input">Real or complex.</param>
        /// <param name="n">The length: the input is cut or padded with zeros to it; its own if negative.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="norm">The scale.</param>
        /// <exception cref="ArgumentException">There is nothing along the dimension.</exception>
        public static Tensor fft_(
            Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Transform(Complexes(input), n, dim, norm, inverse: false);

        /// <summary>1/n Σ x[j] e^(2πi jk / n) along a dimension.</summary>
        /// <inheritdoc cref="fft_"/>
        public static Tensor ifft(
            Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Transform(Complexes(input), n, dim, norm, inverse: true);

        /// <summary>The first n/2 + 1 numbers of the transform of a real input; the rest mirrors them.</summary>
        /// <inheritdoc cref="fft_"/>
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward)
        {
            if (input.is_complex())
                throw new ArgumentException(
                    $"rfft expects a real input tensor, but got {input.dtype.Word()}");
            var y = fft_(input, n, dim, norm);
            return y.narrow(dim, 0, (y.size((int)dim) / 2) + 1);
        }

        /// <summary>The real numbers whose <see cref="rfft"/> the input is.</summary>
        /// <param name="input">Complex, n/2 + 1 along the dimension.</param>
        /// <param name="n">The length of the result; 2 · (size − 1) if negative.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="norm">The scale.</param>
        /// <exception cref="ArgumentException">The length is not positive.</exception>
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Hermitian(input, n, dim, norm, inverse: true);

        /// <summary>The transform of a sequence that mirrors itself, of which the first half is given: real.</summary>
        /// <inheritdoc cref="irfft"/>
        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Hermitian(Complexes(input).conj(), n, dim, Opposite(norm), inverse: true);

        /// <summary>The inverse of <see cref="hfft"/>.</summary>
        /// <inheritdoc cref="fft_"/>
        public static Tensor ihfft(
            Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            rfft(input, n, dim, Opposite(norm)).conj();

        /// <summary>The transform along two dimensions, the last ones unless told otherwise.</summary>
        /// <inheritdoc cref="fftn"/>
        public static Tensor fft2(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            fftn(input, s, dim ?? [-2, -1], norm);

        /// <summary>The inverse transform along two dimensions.</summary>
        /// <inheritdoc cref="fftn"/>
        public static Tensor ifft2(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            ifftn(input, s, dim ?? [-2, -1], norm);

        /// <summary>The half of the transform of a real input along two dimensions.</summary>
        /// <inheritdoc cref="fftn"/>
        public static Tensor rfft2(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            rfftn(input, s, dim ?? [-2, -1], norm);

        /// <summary>The real numbers whose <see cref="rfft2"/> the input is.</summary>
        /// <inheritdoc cref="fftn"/>
        public static Tensor irfft2(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            irfftn(input, s, dim ?? [-2, -1], norm);

        /// <summary>The transform along several dimensions, one after the other.</summary>
        /// <param name="input">The numbers.</param>
        /// <param name="s">The lengths; −1 or null for those of the input.</param>
        /// <param name="dim">The dimensions; the last as many as lengths, or all, if null.</param>
        /// <param name="norm">The scale.</param>
        /// <exception cref="ArgumentException">Lengths and dimensions differ in number.</exception>
        public static Tensor fftn(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Along(Complexes(input), s, dim).Aggregate(Complexes(input), (x, d) => fft_(x, d.N, d.Dim, norm));

        /// <summary>The inverse transform along several dimensions.</summary>
        /// <inheritdoc cref="fftn"/>
        public static Tensor ifftn(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Along(Complexes(input), s, dim).Aggregate(Complexes(input), (x, d) => ifft(x, d.N, d.Dim, norm));

        /// <summary>The half of the transform of a real input along several dimensions; the last is halved.</summary>
        /// <inheritdoc cref="fftn"/>
        public static Tensor rfftn(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward)
        {
            var along = Along(input, s, dim);
            return along[..^1].Aggregate(rfft(input, along[^1].N, along[^1].Dim, norm),
                (x, d) => fft_(x, d.N, d.Dim, norm));
        }

        /// <summary>The real numbers whose <see cref="rfftn"/> the input is.</summary>
        /// <inheritdoc cref="fftn"/>
        public static Tensor irfftn(
            Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward)
        {
            var along = Along(input, s, dim);
            var x = along[..^1].Aggregate(Complexes(input), (x, d) => ifft(x, d.N, d.Dim, norm));
            return irfft(x, s is null ? -1 : along[^1].N, along[^1].Dim, norm);
        }

        /// <summary>The frequencies of a transform's numbers: 0, 1, …, −2, −1, over n · d.</summary>
        /// <param name="n">The length.</param>
        /// <param name="d">The time between two samples.</param>
        /// <param name="dtype">Floating point; the default type if null.</param>
        /// <param name="device">The CPU.</param>
        /// <param name="requires_grad">Whether gradients are computed for the result.</param>
        public static Tensor fftfreq(long n, double d = 1.0, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false)
        {
            var y = cat([arange((n + 1) / 2), arange(-(n / 2), (Scalar)0)]).to_type(dtype ?? ScalarTypes.DefaultFloat);
            return y.mul(1 / (n * d)).requires_grad_(requires_grad);
        }

        /// <summary>The frequencies of the numbers of <see cref="rfft"/>: 0, 1, …, n/2, over n · d.</summary>
        /// <inheritdoc cref="fftfreq"/>
        public static Tensor rfftfreq(long n, double d = 1.0, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            arange((n / 2) + 1).to_type(dtype ?? ScalarTypes.DefaultFloat).mul(1 / (n * d))
                .requires_grad_(requires_grad);

        /// <summary>The zero frequency moved to the middle of dimensions, all unless told otherwise.</summary>
        public static Tensor fftshift(Tensor input, long[]? dim = null) =>
            Dims(input, dim).Aggregate(input, (x, d) => x.roll(x.size((int)d) / 2, d));

        /// <summary>The inverse of <see cref="fftshift"/>.</summary>
        public static Tensor ifftshift(Tensor input, long[]? dim = null) =>
            Dims(input, dim).Aggregate(input, (x, d) => x.roll((x.size((int)d) + 1) / 2, d));

        private static Tensor Complexes(Tensor x) => x.to_type(ScalarTypes.Complex(x.dtype.OrFloat()));

        private static FFTNormType Opposite(FFTNormType norm) => norm switch
        {
            FFTNormType.Backward => FFTNormType.Forward,
            FFTNormType.Forward => FFTNormType.Backward,
            _ => norm,
        };

        private static long[] Dims(Tensor x, long[]? dim) =>
            dim ?? [.. Enumerable.Range(0, (int)x.ndim).Select(d => (long)d)];

        private static (long N, long Dim)[] Along(Tensor x, long[]? s, long[]? dim)
        {
            if (s is not null && dim is not null && s.Length != dim.Length)
                throw new ArgumentException(
                    "When given, dim and shape arguments must have the same length, but got " +
                    $"{dim.Length} and {s.Length}");
            dim ??= s is null ? Dims(x, null) : [.. Enumerable.Range(0, s.Length).Select(i => (long)(i - s.Length))];
            return [.. dim.Select((d, i) => (s is null ? -1 : s[i], d))];
        }

        private static Tensor Transform(Tensor x, long n, long dim, FFTNormType norm, bool inverse)
        {
            var d = Shapes.Dim(dim, (int)x.ndim);
            x = Sized(x, n, d);
            var length = x.Shape_.Length == 0 ? 0 : x.Shape_[d];
            if (length < 1) throw new ArgumentException($"Invalid number of data points ({length}) specified");
            return Linear(x, d, inverse, Scale(length, norm, inverse));
        }

        private static double Scale(long n, FFTNormType norm, bool inverse) => norm switch
        {
            FFTNormType.Ortho => 1 / Math.Sqrt(n),
            FFTNormType.Forward => inverse ? 1 : 1.0 / n,
            _ => inverse ? 1.0 / n : 1,
        };

        // Cut, or padded with zeros, to a length.
        private static Tensor Sized(Tensor x, long n, int d)
        {
            if (n < 0 || x.Shape_.Length == 0 || x.Shape_[d] == n) return x;
            if (x.Shape_[d] > n) return x.narrow(d, 0, n);
            var shape = x.shape;
            shape[d] = n - shape[d];
            return cat([x, zeros(shape, x.dtype)], d);
        }

        // The real transform of the sequence whose second half mirrors its first.
        private static Tensor Hermitian(Tensor input, long n, long dim, FFTNormType norm, bool inverse)
        {
            var x = Complexes(input);
            var d = Shapes.Dim(dim, (int)x.ndim);
            var length = n < 0 ? 2 * (x.size(d) - 1) : n;
            if (length < 1) throw new ArgumentException($"Invalid number of data points ({length}) specified");
            x = Sized(x, (length / 2) + 1, d);
            var mirrored = (length - 1) / 2;
            var whole = mirrored == 0 ? x : cat([x, x.narrow(d, 1, mirrored).flip(d).conj()], d);
            return Linear(whole, d, inverse, Scale(length, norm, inverse)).real;
        }

        // The transform times a factor; its matrix is symmetric, so the gradient is the other transform.
        private static Tensor Linear(Tensor x, int d, bool inverse, double scale)
        {
            var rows = x.detach().movedim([d], [-1]).As(ScalarType.ComplexFloat64).AsContiguous();
            var result = Tensor.NewLike(rows, ScalarType.ComplexFloat64);
            var n = (int)rows.Shape_[^1];
            var plan = new FourierPlan(n, inverse);
            var (from, to) = (rows.Array<Complex>(out var fromAt), result.Array<Complex>(out var toAt));
            Kernels.Parallel.For((int)(rows.Count_ / n), 1 + (4096 / n), (first, end) =>
            {
                for (var i = first; i < end; i++)
                {
                    var y = to.AsSpan(toAt + (i * n), n);
                    plan.Run(from.AsSpan(fromAt + (i * n), n), y);
                    if (scale != 1)
                        foreach (ref var number in y) number *= scale;
                }
            });
            var output = result.As(x.dtype).movedim([-1], [d]).AsContiguous();
            if (ReferenceEquals(output.Storage, result.Storage)) output = output.detach();
            return !Autograd.Needed(x) ? output
                : Autograd.Record(output, "fft_c2c", [x], dy => [Linear(dy, d, !inverse, scale)]);
        }
    }
}
