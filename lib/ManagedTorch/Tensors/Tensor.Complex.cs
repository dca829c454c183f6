using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The element type <see cref="ScalarType.Float16"/>.</summary>
    public static ScalarType float16 = ScalarType.Float16;

    /// <summary>The element type <see cref="ScalarType.Float16"/>.</summary>
    public static ScalarType half = ScalarType.Float16;

    /// <summary>The element type <see cref="ScalarType.BFloat16"/>.</summary>
    public static ScalarType bfloat16 = ScalarType.BFloat16;

    /// <summary>The element type <see cref="ScalarType.ComplexFloat32"/>.</summary>
    public static ScalarType complex64 = ScalarType.ComplexFloat32;

    /// <summary>The element type <see cref="ScalarType.ComplexFloat32"/>.</summary>
    public static ScalarType cfloat = ScalarType.ComplexFloat32;

    /// <summary>The element type <see cref="ScalarType.ComplexFloat64"/>.</summary>
    public static ScalarType complex128 = ScalarType.ComplexFloat64;

    /// <summary>The element type <see cref="ScalarType.ComplexFloat64"/>.</summary>
    public static ScalarType cdouble = ScalarType.ComplexFloat64;

    /// <summary>Complex numbers from their parts, of one type and shape.</summary>
    /// <exception cref="ArgumentException">The types differ, or are not Float32 or Float64.</exception>
    public static Tensor complex(Tensor real, Tensor imag)
    {
        if (real.dtype is not (ScalarType.Float32 or ScalarType.Float64) || imag.dtype != real.dtype)
            throw new ArgumentException(
                $"Expected object of scalar type {real.dtype.Word()} but got scalar type {imag.dtype.Word()} for " +
                "second argument; both must be Float or both Double");
        var parts = broadcast_tensors(real, imag);
        var y = Tensor.New(ScalarTypes.Complex(real.dtype), parts[0].Shape_);
        Conversions.Join(parts[0].AsContiguous(), parts[1].AsContiguous(), y);
        return !Autograd.Needed(real, imag) ? y
            : Autograd.Record(y, "complex", [parts[0], parts[1]], dy => [dy.real, dy.imag]);
    }

    /// <summary>Complex numbers from absolute values and angles.</summary>
    public static Tensor polar(Tensor abs, Tensor angle) => complex(abs.mul(angle.cos()), abs.mul(angle.sin()));

    /// <summary>The real parts.</summary>
    public static Tensor real(Tensor input) => input.real;

    /// <summary>The imaginary parts.</summary>
    /// <exception cref="InvalidOperationException">The elements are not complex.</exception>
    public static Tensor imag(Tensor input) => input.imag;

    public partial class Tensor
    {
        /// <summary>The real parts of complex numbers, a copy; this tensor if it is not complex.</summary>
        public Tensor real
        {
            get
            {
                if (!Live().dtype.IsComplex()) return this;
                var y = New(dtype.Real(), Shape_);
                Conversions.Split(AsContiguous(), y, null);
                return !Autograd.Needed(this) ? y
                    : Autograd.Record(y, "real", [this], dy => [torch.complex(dy, torch.zeros_like(dy))]);
            }
        }

        /// <summary>The imaginary parts of complex numbers, a copy.</summary>
        /// <exception cref="InvalidOperationException">The elements are not complex.</exception>
        public Tensor imag
        {
            get
            {
                if (!Live().dtype.IsComplex())
                    throw new InvalidOperationException("imag is not implemented for tensors with non-complex dtypes.");
                var y = New(dtype.Real(), Shape_);
                Conversions.Split(AsContiguous(), null, y);
                return !Autograd.Needed(this) ? y
                    : Autograd.Record(y, "imag", [this], dy => [torch.complex(torch.zeros_like(dy), dy)]);
            }
        }

        /// <summary>Real and imaginary parts along a new last dimension, a copy.</summary>
        public Tensor view_as_real() => dtype.IsComplex() ? stack([real, imag], -1)
            : throw new InvalidOperationException("view_as_real is only supported for complex tensors");

        /// <summary>Complex numbers from pairs along the last dimension, a copy.</summary>
        public Tensor view_as_complex() => Live().Shape_.Length > 0 && Shape_[^1] == 2
            ? torch.complex(select(-1, 0), select(-1, 1))
            : throw new ArgumentException("Tensor must have a last dimension of size 2");

        /// <summary>The complex conjugate; this tensor if it is not complex.</summary>
        public Tensor conj() => dtype.IsComplex() ? torch.complex(real, imag.neg()) : this;

        /// <inheritdoc cref="conj"/>
        public Tensor conj_physical() => conj();

        /// <inheritdoc cref="conj"/>
        public Tensor resolve_conj() => this;

        /// <summary>Whether a conjugate is still to be computed: false.</summary>
        public bool is_conj() => false;

        /// <summary>The angle of complex numbers in (−π, π]; of real ones 0 or π.</summary>
        public Tensor angle() => dtype.IsComplex() ? imag.atan2(real)
            : lt(0).to_type(dtype.OrFloat()).mul(Math.PI).add(mul(0).to_type(dtype.OrFloat()));

        /// <summary>Whether each element has no imaginary part.</summary>
        public Tensor isreal() => dtype.IsComplex() ? imag.eq(0) : torch.ones_like(this, ScalarType.Bool);

        /// <summary>The elements as Float16.</summary>
        public Tensor half() => to_type(ScalarType.Float16);

        /// <summary>The elements as BFloat16.</summary>
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        /// <summary>The elements as ComplexFloat32.</summary>
        public Tensor cfloat() => to_type(ScalarType.ComplexFloat32);

        /// <summary>The elements as ComplexFloat64.</summary>
        public Tensor cdouble() => to_type(ScalarType.ComplexFloat64);

        // Both as complex numbers of the type that holds both.
        private static (Tensor A, Tensor B) Complexes(Tensor a, Tensor b)
        {
            var type = ScalarTypes.Promote(a, b);
            return (a.to_type(type), b.to_type(type));
        }

        private static Tensor ComplexSum(Tensor a, Tensor b, bool subtract)
        {
            (a, b) = Complexes(a, b);
            return subtract ? torch.complex(a.real.sub(b.real), a.imag.sub(b.imag))
                : torch.complex(a.real.add(b.real), a.imag.add(b.imag));
        }

        private static Tensor ComplexProduct(Tensor a, Tensor b)
        {
            if (!a.dtype.IsComplex() || !b.dtype.IsComplex())
            {
                var (number, z) = a.dtype.IsComplex() ? (b, a) : (a, b);
                var factor = number.to_type(ScalarTypes.Promote(a, b).Real());
                z = z.to_type(ScalarTypes.Promote(a, b));
                return torch.complex(z.real.mul(factor), z.imag.mul(factor));
            }

            (a, b) = Complexes(a, b);
            var (ar, ai, br, bi) = (a.real, a.imag, b.real, b.imag);
            return torch.complex(ar.mul(br).sub(ai.mul(bi)), ar.mul(bi).add(ai.mul(br)));
        }

        private static Tensor ComplexQuotient(Tensor a, Tensor b)
        {
            (a, b) = Complexes(a, b);
            var size = b.real.square().add(b.imag.square());
            var product = ComplexProduct(a, b.conj());
            return torch.complex(product.real.div(size), product.imag.div(size));
        }

        // e^(x + iy) = e^x (cos y + i sin y).
        private Tensor ComplexExp() => polar(real.exp(), imag);

        // The gradient at 0 is 0.
        private Tensor ComplexAbs() => view_as_real().Norm([-1], false, 2);
    }
}
