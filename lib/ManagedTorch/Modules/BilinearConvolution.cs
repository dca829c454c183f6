using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The convolution y(x, w) and its two companions x(y, w) and w(x, y). Each is linear in both arguments, and the
/// gradients of each are the other two: so there are gradients of every order.
/// </summary>
internal static class BilinearConvolution
{
    /// <summary>y[n, o, p] = b[o] + Σ x[n, c, p · stride + k · dilation − padding] · w[o, c, k].</summary>
    /// <param name="s">The sizes.</param>
    /// <param name="x">[N, G·C, input].</param>
    /// <param name="w">[G·O, C, kernel].</param>
    /// <param name="b">[G·O], or null.</param>
    public static Tensor Forward(ConvolutionShape s, Tensor x, Tensor w, Tensor? b)
    {
        var y = Tensor.New(x.dtype, [s.Batch, s.Groups * s.Outputs, .. Natural(s.Output, w)]);
        Convolution.Forward(s, x.AsContiguous(), w.AsContiguous(), b?.AsContiguous(), y);
        return !Autograd.Needed([x, w, b]) ? y : Autograd.Record(y, "convolution", b is null ? [x, w] : [x, w, b], dy =>
        [
            x.RequiresGrad_ ? Transposed(s, dy, w, null) : null,
            w.RequiresGrad_ ? Weight(s, x, dy) : null,
            .. BiasGradient(b, dy),
        ], x, w);
    }

    /// <summary>x[n, c, q] = b[c] + Σ y[n, o, p] · w[o, c, k] over all p, k that read q.</summary>
    public static Tensor Transposed(ConvolutionShape s, Tensor y, Tensor w, Tensor? b)
    {
        var x = Tensor.New(y.dtype, [s.Batch, s.Groups * s.Inputs, .. Natural(s.Input, w)]);
        Convolution.Transposed(s, y.AsContiguous(), w.AsContiguous(), b?.AsContiguous(), x);
        return !Autograd.Needed([y, w, b]) ? x : Autograd.Record(x, "convolution", b is null ? [y, w] : [y, w, b], dx =>
        [
            y.RequiresGrad_ ? Forward(s, dx, w, null) : null,
            w.RequiresGrad_ ? Weight(s, dx, y) : null,
            .. BiasGradient(b, dx),
        ], y, w);
    }

    // dw[o, c, k] = Σ x[n, c, p · stride + k · dilation − padding] · y[n, o, p].
    private static Tensor Weight(ConvolutionShape s, Tensor x, Tensor y)
    {
        var w = Tensor.New(x.dtype, [s.Groups * s.Outputs, s.Inputs, .. Natural(s.Kernel, x)]);
        Convolution.Weight(s, x.AsContiguous(), y.AsContiguous(), w);
        return !Autograd.Needed([x, y]) ? w : Autograd.Record(w, "convolution_weight", [x, y], dw =>
            [x.RequiresGrad_ ? Transposed(s, y, dw, null) : null, y.RequiresGrad_ ? Forward(s, x, dw, null) : null],
            x, y);
    }

    private static Tensor?[] BiasGradient(Tensor? b, Tensor dy)
    {
        if (b is null) return [];
        if (!b.RequiresGrad_) return [null];
        if (is_grad_enabled()) return [dy.sum([0, .. Enumerable.Range(2, dy.Shape_.Length - 2)])];
        var db = Tensor.New(dy.dtype, b.Shape_);
        ChannelSums.Run(dy.AsContiguous(), db);
        return [db];
    }

    // Of three dimensions those that the tensors have.
    private static long[] Natural(int[] sizes, Tensor like) =>
        [.. sizes[^(like.Shape_.Length - 2)..].Select(n => (long)n)];
}
