using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>A convolution x, w → y and the two maps that are its gradients, of contiguous tensors.</summary>
internal static unsafe class Convolution
{
    /// <summary>y[n, o, p] = b[o] + Σ x[n, c, p · stride + k · dilation − padding] · w[o, c, k].</summary>
    public static void Forward(ConvolutionShape s, Tensor x, Tensor w, Tensor? b, Tensor y) =>
        VectorWidth.Run(y.dtype, new Gather(s, false, x, w, b, y));

    /// <summary>The transpose of it, x from y: the gradient of the input.</summary>
    public static void Transposed(ConvolutionShape s, Tensor y, Tensor w, Tensor? b, Tensor x) =>
        VectorWidth.Run(x.dtype, new Gather(s, true, y, w, b, x));

    /// <summary>dw[o, c, k] = Σ dy[n, o, p] · x[n, c, p · stride + k · dilation − padding].</summary>
    public static void Weight(ConvolutionShape s, Tensor x, Tensor dy, Tensor dw)
    {
        if (dw.Count_ > 0) VectorWidth.Run(dw.dtype, new WeightJob(s, x, dy, dw));
    }

    private readonly record struct Gather(
        ConvolutionShape Shape, bool Transposed, Tensor Source, Tensor Weight, Tensor? Bias, Tensor Target) : IVectorJob
    {
        public void Run<TSimd, TVector, T>()
            where TSimd : struct, IGemmSimd<TVector, T>
            where TVector : struct
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            var (source, weight) = (Source.Array<T>(out var sourceAt), Weight.Array<T>(out var weightAt));
            var target = Target.Array<T>(out var targetAt);
            var biasAt = 0;
            var bias = Bias?.Array<T>(out biasAt);
            fixed (T* x = source, w = weight, b = bias, y = target)
                Run<TSimd, TVector, T>(x + sourceAt, w + weightAt, b is null ? null : b + biasAt, y + targetAt);
        }

        private void Run<TSimd, TVector, T>(T* x, T* w, T* b, T* y)
            where TSimd : struct, IGemmSimd<TVector, T>
            where TVector : struct
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            if (typeof(T) == typeof(float) && WinogradPlan.For(Shape, TSimd.Rows, Transposed) is { } plan)
                Winograd<TSimd, TVector, T>.Run(plan, x, w, b, y);
            else
                GatherConvolution<TSimd, TVector, T>.Run(
                    Transposed ? GatherPlan.Transposed(Shape) : [GatherPlan.Forward(Shape)], x, w, b, y);
        }
    }

    private readonly record struct WeightJob(ConvolutionShape Shape, Tensor X, Tensor Dy, Tensor Dw) : IVectorJob
    {
        public void Run<TSimd, TVector, T>()
            where TSimd : struct, IGemmSimd<TVector, T>
            where TVector : struct
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            var (x, dy) = (X.Array<T>(out var xAt), Dy.Array<T>(out var dyAt));
            var dw = Dw.Array<T>(out var dwAt);
            fixed (T* xs = x, dys = dy, dws = dw)
            {
                if (typeof(T) == typeof(float) && WinogradPlan.For(Shape, TSimd.Rows, transposed: false) is { } plan)
                    WinogradWeight<TSimd, TVector, T>.Run(plan, xs + xAt, dys + dyAt, dws + dwAt);
                else
                    ConvolutionWeight<TSimd, TVector, T>.Run(Shape, xs + xAt, dys + dyAt, dws + dwAt);
            }
        }
    }
}
