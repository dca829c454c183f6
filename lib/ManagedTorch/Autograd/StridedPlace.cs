using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Where the elements of a view lie in its base, for moving gradients between the two.</summary>
internal sealed class StridedPlace
{
    private readonly long[] _wholeShape;
    private readonly long[] _wholeStrides;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly long _offset;

    public StridedPlace(Tensor whole, Tensor view)
    {
        (_wholeShape, _wholeStrides) = (whole.Shape_, whole.Strides_);
        (_shape, _strides, _offset) = (view.Shape_, view.Strides_, view.Offset_ - whole.Offset_);
    }

    /// <summary>The part of a tensor of the base's shape that the view shows.</summary>
    public Tensor Take(Tensor whole)
    {
        var y = Tensor.New(whole.dtype, _shape);
        Copy.Strided(View(Laid(whole)), y);
        return Autograd.Needed(whole) ? Autograd.Record(y, "as_strided", [whole], dy => [Embed(dy)]) : y;
    }

    /// <summary>Zeros of the base's shape with a tensor of the view's added at its place.</summary>
    public Tensor Embed(Tensor part)
    {
        var y = Tensor.NewStrided(part.dtype, _wholeShape, _wholeStrides);
        using (no_grad()) y.zero_();
        Copy.AddStridedInOrder(part, View(y));
        return Autograd.Needed(part) ? Autograd.Record(y, "as_strided_scatter", [part], dy => [Take(dy)]) : y;
    }

    /// <summary>A tensor of the base's shape with zeros where the view is.</summary>
    public Tensor Clear(Tensor whole)
    {
        var y = Tensor.NewStrided(whole.dtype, _wholeShape, _wholeStrides);
        Copy.Strided(whole, y);
        using (no_grad()) View(y).zero_();
        return Autograd.Needed(whole) ? Autograd.Record(y, "clear_slice", [whole], dy => [Clear(dy)]) : y;
    }

    private Tensor View(Tensor laid) => laid.detach().Alias(_shape, _strides, laid.Offset_ + _offset);

    // A copy whose elements lie as those of the base do.
    private Tensor Laid(Tensor whole)
    {
        if (whole.Strides_.AsSpan().SequenceEqual(_wholeStrides)) return whole;
        var y = Tensor.NewStrided(whole.dtype, _wholeShape, _wholeStrides);
        Copy.Strided(whole, y);
        return y;
    }
}
