using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quotient is rounded.</summary>
    public enum RoundingMode
    {
        /// <summary>Not at all.</summary>
        None = 0,

        /// <summary>Towards zero.</summary>
        trunc = 1,

        /// <summary>Down.</summary>
        floor = 2,
    }

    public partial class Tensor
    {
        /// <summary>
        /// An element-wise operation on two tensors, with promotion and broadcasting; TBool serves Bool.
        /// </summary>
        private static Tensor Apply<TOp, TBool>(Tensor a, Tensor b, ScalarType? type = null)
            where TOp : IBinaryOperator where TBool : IBinaryOperator
        {
            ArgumentNullException.ThrowIfNull(b);
            var result = type ?? ScalarTypes.Promote(a.Live(), b.Live());
            if (result.IsReduced())
                return Apply<TOp, TBool>(a.As(ScalarType.Float32), b.As(ScalarType.Float32), ScalarType.Float32)
                    .As(result);
            var (x, z) = (a.As(result), b.As(result));
            var y = Shapes.Same(a.Shape_, b.Shape_)
                ? NewLike(x, result) : New(result, Shapes.Broadcast(a.Shape_, b.Shape_));
            if (result == ScalarType.Bool) Binary.Run<TBool>(x, z, y);
            else Binary.Run<TOp>(x, z, y);
            return y;
        }

        /// <summary>An element-wise operation on a tensor and a number.</summary>
        private static Tensor Apply<TOp, TBool>(Tensor a, Scalar b, ScalarType? type = null, bool reversed = false)
            where TOp : IBinaryOperator where TBool : IBinaryOperator
        {
            ArgumentNullException.ThrowIfNull(b);
            var result = type ?? ScalarTypes.Promote(a.Live(), b);
            if (result.IsReduced())
                return Apply<TOp, TBool>(a.As(ScalarType.Float32), b, ScalarType.Float32, reversed).As(result);
            var x = a.As(result).AsContiguous();
            var y = NewLike(x, result);
            if (result == ScalarType.Bool) Binary.Run<TBool>(x, b, y, reversed);
            else Binary.Run<TOp>(x, b, y, reversed);
            return y;
        }

        /// <summary>The elements converted to a type, without gradient; this tensor if it has that type.</summary>
        internal Tensor As(ScalarType type)
        {
            if (type == dtype) return Live();
            if (dtype.IsComplex() && !type.IsComplex()) throw ScalarTypes.NotHere(dtype);
            var source = AsContiguous();
            var result = NewLike(source, type);
            Copy.Convert(source, result);
            return result;
        }

        // Writes a result over this tensor's elements.
        private void Overwrite(Tensor result)
        {
            if (!Shapes.Same(result.Shape_, Shape_))
                throw new ArgumentException(
                    $"output with shape {Shapes.Text(Shape_)} doesn't match the broadcast shape " +
                    Shapes.Text(result.Shape_));
            if (result.dtype.IsFloating() && !dtype.IsFloating())
                throw new InvalidOperationException($"result type {result.dtype.Word()} can't be cast to the desired " +
                    $"output type {dtype.Word()}");
            Copy.Strided(result.As(dtype), this);
        }
    }
}
