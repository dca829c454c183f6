using System.Numerics;
using Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Tensors;

/// <summary>Types that are stored as such and computed with as others: 16-bit floats and complex numbers.</summary>
public class StoredTypesTests
{
    private static readonly float[] Values = [1.1f, -2.3f, 1000.7f, 65504, 1e-7f, 3e38f];

    public static TheoryData<ScalarType, float[], float[]> Rounded => new()
    {
        {
            ScalarType.Float16,
            [1.099609375f, -2.30078125f, 1000.5f, 65504.0f, 1.1920928955078125e-07f, float.PositiveInfinity],
            [1.443359375f, -3.01953125f, 1313.0f, float.PositiveInfinity, 1.7881393432617188e-07f,
                float.PositiveInfinity]
        },
        {
            ScalarType.BFloat16,
            [1.1015625f, -2.296875f, 1000.0f, 65536.0f, 1.0011717677116394e-07f, 3.00405527047391e+38f],
            [1.4453125f, -3.015625f, 1312.0f, 86016.0f, 1.3131648302078247e-07f, float.PositiveInfinity]
        },
    };

    [Theory]
    [MemberData(nameof(Rounded))]
    public void SixteenBits_RoundAndComputeAsPyTorch(ScalarType type, float[] stored, float[] computed)
    {
        var x = tensor(Values).to(type);
        Assert.Equal(type, x.dtype);
        Assert.Equal(2, x.element_size());
        Near.Equal(Doubles(stored), Doubles(x), 1e-12, "stored");
        var y = x + (x * 0.3125);
        Assert.Equal(type, y.dtype);
        Near.Equal(Doubles(computed), Doubles(y), 1e-12, "computed");
        Assert.Equal(ScalarType.Float32, (x + ones(1)).dtype);
        Assert.Equal(type, (x + arange(6)).dtype);
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    public void SixteenBits_DoWhatAModelNeeds(ScalarType type)
    {
        var w = tensor(new float[,] { { 1, 2 }, { 3, -4 } }).to(type).requires_grad_();
        var y = w.matmul(w).tanh().sum() + w[0].max() + w.mean();
        Assert.Equal(type, y.dtype);
        y.backward();
        Assert.Equal(type, w.grad!.dtype);
        var exact = w.detach().@float().requires_grad_();
        (exact.matmul(exact).tanh().sum() + exact[0].max() + exact.mean()).backward();
        Near.Equal(Doubles(exact.grad!), Doubles(w.grad), 1e-2);
        using (no_grad()) w.add_(1).mul_(2);
        Assert.Equal([4, 6, 8, -6], Doubles(w));
        Assert.Equal(3, w.gt(0).sum().item<long>());
        Assert.Equal([-6, 4, 6, 8], Doubles(w.detach().reshape(-1).sort().Values));
        Assert.Equal([4, 0, 8, 0], Doubles(where(tensor(new[] { true, false }), w.detach(), zeros_like(w.detach()))));
        Assert.Equal([8, -6, 4, 6], Doubles(w.detach()[tensor(new long[] { 1, 0 })]));
        Assert.Contains("type = " + type, w.str(), StringComparison.Ordinal);
        Assert.Contains("-6", w.str(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.ComplexFloat32)]
    [InlineData(ScalarType.ComplexFloat64)]
    public void SaveAndLoad_KeepTheBits(ScalarType type)
    {
        var x = tensor(Values).to(type);
        var path = Path.GetTempFileName();
        try
        {
            x.save(path);
            var y = Tensor.load(path);
            Assert.Equal(type, y.dtype);
            Assert.True(x.eq(y).all().item<bool>());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void BFloat16_Struct_RoundsToTheNearestEven()
    {
        Assert.Equal(1f, new BFloat16(1 + (1f / 256)).ToSingle());
        Assert.Equal(1 + (1f / 64), new BFloat16(1 + (3f / 256)).ToSingle());
        Assert.True(BFloat16.IsNaN(new BFloat16(float.NaN)));
        Assert.True(BFloat16.IsInfinity(new BFloat16(float.MaxValue)));
        Assert.Equal(-3f, (-(BFloat16.One + new BFloat16(2))).ToSingle());
        Assert.Equal([1.5f, -2], tensor(new[] { new BFloat16(1.5f),
            new BFloat16(-2) }).@float().data<float>().ToArray());
    }

    [Fact]
    public void Complex_ArithmeticAndGradient_ArePyTorchs()
    {
        var z = complex(tensor(new[] { 1.0, 2, -.5 }), tensor(new[] { .5, -1, 2 })).requires_grad_();
        var w = complex(tensor(new[] { .3, 1, 2 }), tensor(new[] { 1.5, 1, -2 }));
        var y = (z * w) + (z.exp() / w) - (z.conj() * 2);
        Expected(y, z, w);
        var loss = (y.abs() + y.angle()).sum();
        loss.backward();
        Assert.Equal(ScalarType.ComplexFloat64, z.grad!.dtype);
        GradCheck.Check(x =>
        {
            var a = complex(x[0], x[1]);
            var b = (a * w) + (a.exp() / w) - (a.conj() * 2);
            return b.abs() + b.angle();
        }, null, [3], [3]);
        var (re, im) = (z.detach().real.requires_grad_(), z.detach().imag.requires_grad_());
        var again = complex(re, im);
        var c = (again * w) + (again.exp() / w) - (again.conj() * 2);
        (c.abs() + c.angle()).sum().backward();
        Near.Equal(Doubles(re.grad!), Doubles(z.grad.real), 1e-12);
        Near.Equal(Doubles(im.grad!), Doubles(z.grad.imag), 1e-12);
    }

    private static void Expected(Tensor y, Tensor z, Tensor w)
    {
        var (a, b) = (z.detach().data<Complex>().ToArray(), w.data<Complex>().ToArray());
        var numbers = a.Zip(b, (p, q) => (p * q) + (Complex.Exp(p) / q) - (2 * Complex.Conjugate(p))).ToArray();
        Near.Equal([.. numbers.Select(n => n.Real)], Doubles(y.detach().real), 1e-12);
        Near.Equal([.. numbers.Select(n => n.Imaginary)], Doubles(y.detach().imag), 1e-12);
        Near.Equal([.. numbers.Select(n => n.Phase)], Doubles(y.detach().angle()), 1e-12);
    }

    [Fact]
    public void Complex_ViewsSumsAndText()
    {
        var z = tensor(new[] { new Complex(1, 2), new Complex(-3, -.5) });
        Assert.Equal([1, 2, -3, -.5], Doubles(z.view_as_real()));
        Assert.True(z.view_as_real().view_as_complex().eq(z).all().item<bool>());
        Assert.Equal(new Complex(-2, 1.5), z.sum().item<Complex>());
        Assert.Equal(new Complex(-3, -.5), z.flip(0)[0].item<Complex>());
        Assert.Contains("1+2i -3-0.5i", z.str(), StringComparison.Ordinal);
        Assert.True(z.is_complex() && z.cfloat().dtype == ScalarType.ComplexFloat32);
        Assert.Equal([1, -3], Doubles(z.@double()));
        Assert.Equal(new Complex(5.75, 7), z.matmul(z).item<Complex>());
    }

    [Fact]
    public void Complex_WhatIsMissing_SaysSo()
    {
        var z = tensor(new[] { new Complex(1, 2) });
        Action[] acts = [() => z.sqrt(), () => z.lt(z), () => z.sort(), () => z.max(),
            () => z.cumsum(0), () => z.prod()];
        foreach (var act in acts)
            Assert.Contains("ComplexFloat64", Assert.Throws<NotSupportedException>(act).Message,
                StringComparison.Ordinal);
    }

    private static double[] Doubles(Tensor x) => x.detach().@double().contiguous().data<double>().ToArray();

    private static double[] Doubles(float[] x) => Array.ConvertAll(x, v => (double)v);
}
